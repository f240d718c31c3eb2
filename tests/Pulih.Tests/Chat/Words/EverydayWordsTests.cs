using Pulih.Chat.Contracts;

namespace Pulih.Chat.Words;

public sealed class EverydayWordsTests
{
    [Theory]
    [InlineData("Lanjut", Word.Continue)]
    [InlineData("lanjut dong kak", Word.Continue)]
    [InlineData("NEXT!!", Word.Continue)]
    [InlineData("ulangi", Word.Repeat)]
    [InlineData("tolong", Word.Help)]
    [InlineData("Jangan kirim lagi", Word.Stop)]
    [InlineData("BERHENTI.", Word.Stop)]
    [InlineData("ubah data", Word.ChangeData)]
    [InlineData("iya", Word.Yes)]
    [InlineData("👍🏽", Word.Yes)]
    [InlineData("nggak", Word.No)]
    [InlineData("tdk", Word.No)]
    [InlineData("keripik lanjut", Word.None)]
    [InlineData("Warung Stop Makan", Word.None)]
    [InlineData("", Word.None)]
    public void A_word_is_recognised_when_it_is_the_whole_message(string text, Word meant) => EverydayWords.Of(text).ShouldBe(meant);
}
