using Chartwright.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chartwright.Storage.Configurations;

internal sealed class ConversationConfiguration : IEntityTypeConfiguration<ConversationEntity>
{
    public void Configure(EntityTypeBuilder<ConversationEntity> builder)
    {
        builder.ToTable("conversations");
        builder.Property(conversation => conversation.Title).HasMaxLength(200);
        builder.HasIndex(conversation => new { conversation.UpdatedAt, conversation.Id });
        builder.HasMany(conversation => conversation.Messages).WithOne()
            .HasForeignKey(message => message.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MessageConfiguration : IEntityTypeConfiguration<MessageEntity>
{
    public void Configure(EntityTypeBuilder<MessageEntity> builder)
    {
        builder.ToTable("messages");
        builder.HasIndex(message => new { message.ConversationId, message.Position }).IsUnique();
        builder.Property(message => message.Role).HasMaxLength(16);
        builder.Property(message => message.FinishReason).HasMaxLength(16);
    }
}
