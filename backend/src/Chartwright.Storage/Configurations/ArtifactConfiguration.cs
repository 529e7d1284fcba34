using Chartwright.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chartwright.Storage.Configurations;

internal sealed class ArtifactConfiguration : IEntityTypeConfiguration<ArtifactEntity>
{
    public void Configure(EntityTypeBuilder<ArtifactEntity> builder)
    {
        builder.ToTable("artifacts");
        builder.Property(artifact => artifact.Title).HasMaxLength(200);
        builder.HasIndex(artifact => artifact.ConversationId);
        builder.HasMany(artifact => artifact.Versions).WithOne()
            .HasForeignKey(version => version.ArtifactId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ArtifactVersionConfiguration : IEntityTypeConfiguration<ArtifactVersionEntity>
{
    public void Configure(EntityTypeBuilder<ArtifactVersionEntity> builder)
    {
        builder.ToTable("artifact_versions");
        builder.HasKey(version => new { version.ArtifactId, version.Number }); // two writers cannot take one number
    }
}
