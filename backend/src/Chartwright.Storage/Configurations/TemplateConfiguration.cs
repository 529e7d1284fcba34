using Chartwright.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chartwright.Storage.Configurations;

internal sealed class TemplateConfiguration : IEntityTypeConfiguration<TemplateEntity>
{
    public void Configure(EntityTypeBuilder<TemplateEntity> builder)
    {
        builder.ToTable("templates");
        builder.Property(template => template.Name).HasMaxLength(200);
        builder.HasIndex(template => new { template.UpdatedAt, template.Id });
    }
}
