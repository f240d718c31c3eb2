using CsCheck;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.Channels;

/// <summary>One message on channels that can show different things.</summary>
public sealed class RenderTests
{
    private static readonly Capabilities[] All = [Capabilities.WhatsApp, Capabilities.Messenger, Capabilities.Instagram];

    private static readonly Gen<Say> Says =
        from words in Gen.OneOf(new[] { "kue", "warung", "é", "😀", "dan", "jualan", "lewat", "foto.", "\n\n" }.Select(w => Gen.Const(w)).ToArray()).Array[0, 500]
        from titles in Gen.String[Gen.Char['a', 'z'], 1, 30].Array[0, 15]
        from picture in Gen.Bool
        select new Say("Halo " + string.Join(' ', words))
        {
            Choices = [.. titles.Select((t, i) => new Choice(t, $"p{i}", picture ? null : new string('d', 70)))], Picture = picture ? new("/a.png", "gambar") : null,
        };

    [Fact]
    public void Whatever_is_said_fits_its_channel_and_every_choice_can_be_taken() => Says.Sample(say =>
    {
        foreach (var can in All)
        {
            var parts = Portion.Of(say, can).ToList();
            foreach (var rendered in parts.Select(p => Render.Of(p, can)))
            {
                can.LengthOf(rendered.Text).ShouldBeLessThanOrEqualTo(can.Text);
                (rendered.Text.Length > 0 || rendered.Picture is not null).ShouldBeTrue();
            }

            var last = Render.Of(parts[^1], can);
            if (last.Form == Form.Plain)
            {
                Enumerable.Range(1, say.Choices.Count).ShouldAllBe(n => last.Text.Contains($"\n{(can.Emphasis ? $"*{n}*" : $"{n}.")} {say.Choices[n - 1].Title}", StringComparison.Ordinal));
            }
            else
            {
                last.Choices.Select(c => c.Payload).ShouldBe(say.Choices.Select(c => c.Payload));
                Enumerable.Range(0, say.Choices.Count).ShouldAllBe(n => last.Choices[n].Title == say.Choices[n].Title || last.Text.Contains($"\n{n + 1}. {say.Choices[n].Title}", StringComparison.Ordinal));
            }
        }
    }, iter: 300);

    [Fact]
    public void Parts_together_say_every_word_in_its_order() => Says.Sample(say =>
    {
        foreach (var can in All.Where(c => c.SeveralMessages))
        {
            string.Concat(Portion.Of(say, can).Select(p => p.Text)).Where(c => !char.IsWhiteSpace(c)).ShouldBe(say.Text.Where(c => !char.IsWhiteSpace(c)));
        }
    }, iter: 300);

    [Fact]
    public void Choices_become_what_the_channel_has()
    {
        var three = new Say("Apa?") { Choices = [new("Satu", "1"), new("Dua", "2"), new("Tiga", "3")] };
        var ten = new Say("Apa?") { Choices = [.. Enumerable.Range(1, 10).Select(i => new Choice($"Pilihan nomor {i:00} panjang", $"{i}"))] };
        All.ShouldAllBe(can => Render.Of(three, can).Form == Form.Buttons);
        Render.Of(ten, Capabilities.WhatsApp).Form.ShouldBe(Form.List);
        var quick = Render.Of(ten, Capabilities.Messenger);
        (quick.Form, quick.Choices[9].Title, quick.Choices[9].Payload).ShouldBe((Form.QuickReplies, "10", "10"));
        quick.Text.ShouldContain("10. Pilihan nomor 10 panjang");
        Render.Of(new("*Penting* dan _miring_, 3*4*5 tidak"), Capabilities.Messenger).Text.ShouldBe("Penting dan miring, 3*4*5 tidak");
    }
}
