using Chartwright.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chartwright.Storage.Configurations;

internal sealed class RunConfiguration : IEntityTypeConfiguration<RunEntity>
{
    public void Configure(EntityTypeBuilder<RunEntity> builder)
    {
        builder.ToTable("runs");
        builder.HasIndex(run => run.ConversationId);
        builder.HasOne<ConversationEntity>().WithMany()
            .HasForeignKey(run => run.ConversationId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(run => run.Model).HasMaxLength(200);
        builder.Property(run => run.FinishReason).HasMaxLength(16);
        builder.Property(run => run.Rating).HasMaxLength(8);
    }
}
