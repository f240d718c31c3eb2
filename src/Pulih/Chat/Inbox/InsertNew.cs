using System.Text;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Chat.Inbox;

/// <summary>Many rows in one statement that both databases understand; a message whose id is known already is passed over.</summary>
internal static class InsertNew
{
    private const int RowsAtOnce = 200;

    public static Task Messages(PulihDb db, IEnumerable<InboxMessage> messages) =>
        Insert(
            db,
            "INSERT INTO chat_inbox (\"Channel\", \"MessageId\", \"Lane\", \"Address\", \"ProfileName\", \"Number\", \"Kind\", \"Text\", \"Payload\", \"Body\", \"SentAt\", \"ReceivedAt\", \"State\") VALUES ",
            " ON CONFLICT (\"Channel\", \"MessageId\") DO NOTHING",
            messages.Select(object?[] (m) => [m.Channel, m.MessageId, m.Lane, m.Address, m.ProfileName, m.Number, (short)m.Kind, m.Text, m.Payload, m.Body, m.SentAt, m.ReceivedAt, (short)m.State]));

    public static Task Statuses(PulihDb db, IEnumerable<StatusReport> statuses) =>
        Insert(
            db,
            "INSERT INTO chat_statuses (\"Channel\", \"MessageId\", \"OutboxId\", \"Status\", \"At\", \"ErrorCode\", \"PriceCategory\", \"PriceType\") VALUES ",
            "",
            statuses.Select(object?[] (s) => [s.Channel, s.MessageId, s.OutboxId, s.Status, s.At, s.ErrorCode, s.PriceCategory, s.PriceType]));

    private static async Task Insert(PulihDb db, string head, string tail, IEnumerable<object?[]> rows)
    {
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            var sql = new StringBuilder(head);
            var values = new List<object?>(some.Length * some[0].Length);
            foreach (var row in some)
            {
                sql.Append(values.Count == 0 ? "(" : ", (");
                for (var column = 0; column < row.Length; column++)
                {
                    // A null has no type to send, so it is written into the statement.
                    sql.Append(column == 0 ? "" : ", ").Append(row[column] is null ? "NULL" : $"{{{values.Count}}}");
                    if (row[column] is { } value)
                    {
                        values.Add(value);
                    }
                }

                sql.Append(')');
            }

            await db.Database.ExecuteSqlRawAsync(sql.Append(tail).ToString(), values!);
        }
    }
}
