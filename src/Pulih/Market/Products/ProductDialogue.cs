using Microsoft.Extensions.Localization;
using Pulih.Chat.Contracts;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;

namespace Pulih.Market.Products;

/// <summary>An owner makes and changes products in chat. "produk", "jual" and "habis" open it at any time.</summary>
internal sealed class ProductDialogue(RecallProducts recall, ProductTurn turn, KeepProducts keep, IConsent consent, IStringLocalizer<Texts> text) : Dialogue<ProductChatState, ProductKnown>
{
    public const string Me = "market";

    public override string Name => Me;

    public override string? MenuTitle => text["product.menu"];

    public override bool Claims(string text) => ProductWish.Of(text) is not null;

    public override Task<IReadOnlyDictionary<Guid, ProductKnown>> Recall(PulihDb db, IReadOnlyCollection<Listener> people, CancellationToken cancel) =>
        recall.For(db, [.. people.Select(p => p.PersonId).Distinct()], cancel);

    public override Answer<ProductChatState> Turn(ProductChatState state, Heard heard, Listener listener, ProductKnown known) => turn.Of(state, heard, listener, known);

    public override Guid? Payer(ProductChatState state, Heard heard, ProductKnown known) => known.Enrolment?.ProgrammeId;

    public override void Do(object deed, Listener listener, ProductKnown known, PulihDb db)
    {
        switch (deed)
        {
            case AnswerShow answer:
                consent.Record(db, listener.PersonId, ConsentPurpose.ShowShop, answer.Given, consent.Ask(ConsentPurpose.ShowShop, "").Version, listener.Channel);
                known.Consents = known.Consents.With(ConsentPurpose.ShowShop, answer.Given);
                keep.Show(known.Shop, answer.Given);
                break;
            case AnswerNumber answer:
                keep.ShowNumber(known.Shop, answer.Given);
                break;
            case NewProduct made:
                keep.New(db, known, made);
                break;
            default:
                keep.Change(db, known, (ProductDeed)deed);
                break;
        }
    }
}

/// <summary>What is open: a step of a product, and whether the product is being made or only changed.</summary>
internal sealed record ProductChatState
{
    public Guid Product { get; init; }
    public ProductStep Step { get; init; }
    public bool Making { get; init; }
}

/// <summary>What is asked of a product.</summary>
internal enum ProductStep
{
    None = 0, Photo = 1, Name = 2, Price = 3, Description = 4, Available = 5, Show = 6, Number = 7,
}

internal abstract record ProductDeed(Guid Product);

internal sealed record NewProduct(Guid Product, string Channel, string File);

internal sealed record SendPhoto(Guid Product, string Channel, string File) : ProductDeed(Product);

internal sealed record GiveName(Guid Product, ProductName Name) : ProductDeed(Product);

internal sealed record GivePrice(Guid Product, ProductPrice Price) : ProductDeed(Product);

internal sealed record GiveDescription(Guid Product, ProductDescription Description) : ProductDeed(Product);

internal sealed record GiveAvailable(Guid Product, bool Available) : ProductDeed(Product);

internal sealed record DeleteProduct(Guid Product) : ProductDeed(Product);

internal sealed record AnswerShow(bool Given);

internal sealed record AnswerNumber(bool Given);
