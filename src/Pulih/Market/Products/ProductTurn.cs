using Pulih.Chat.Contracts;
using Pulih.Privacy.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Market.Products;

/// <summary>Decides the answer to one message about products; pure.</summary>
internal sealed class ProductTurn(ProductMessages messages, IConsent consent)
{
    /// <summary>More a person does not keep in order by chat.</summary>
    public const int MostProducts = 30;

    public Answer<ProductChatState> Of(ProductChatState state, Heard heard, Listener listener, ProductKnown known)
    {
        if (known.Business is null)
        {
            return new(state) { Next = known.Person is { Businesses.Count: > 0 } ? "learning" : "registration" };
        }

        var tap = ProductTap.Read(heard.Payload);
        if (heard.Kind == HeardKind.Text && !heard.Open && ProductWish.Of(heard.Text) is { } wish)
        {
            return Wished(wish, known);
        }

        return tap is not null ? Tapped(state, tap, known)
            : heard.Kind == HeardKind.Begin ? Ask(state, known, null)
            : Told(state, heard, listener, known);
    }

    private Answer<ProductChatState> Wished(ProductAct wish, ProductKnown known)
    {
        if (wish is ProductAct.Out or ProductAct.In)
        {
            var which = known.Products.Where(p => p.IsShown && p.Available == (wish == ProductAct.Out)).ToList();
            return which.Count switch
            {
                0 => new(new(), messages.Nothing(wish)),
                1 => new(new(), messages.Marked(which[0], wish == ProductAct.In)) { Deeds = [new GiveAvailable(which[0].Id, wish == ProductAct.In)] },
                _ => new(new(), messages.Which(which, wish)),
            };
        }

        // Asked from the middle of something else: the dialogue opens itself, so that what is typed next comes here.
        return new(wish == ProductAct.Add ? Adding(known) : new()) { Next = ProductDialogue.Me };
    }

    private Answer<ProductChatState> Tapped(ProductChatState state, ProductTap tap, ProductKnown known)
    {
        var product = known.Find(tap.Product);
        switch (tap.Act)
        {
            case ProductAct.Learn:
                return new(new()) { Next = "learning" };
            case ProductAct.Add:
                return Ask(Adding(known), known, null);
            case ProductAct.ShowYes or ProductAct.ShowNo:
                return AfterShow(state, tap.Act == ProductAct.ShowYes, known);
            case ProductAct.NumberYes or ProductAct.NumberNo:
                return new(new(), messages.Done(known, state.Product, shown: true)) { Deeds = [new AnswerNumber(tap.Act == ProductAct.NumberYes)] };
        }

        if (product is null)
        {
            return Ask(new(), known, null); // A button of a product that is gone.
        }

        return tap.Act switch
        {
            ProductAct.Out or ProductAct.In when state is { Making: true, Step: ProductStep.Available } && state.Product == product.Id =>
                Onward(state, known, new GiveAvailable(product.Id, tap.Act == ProductAct.In)),
            ProductAct.Out or ProductAct.In => new(new(), messages.Marked(product, tap.Act == ProductAct.In)) { Deeds = [new GiveAvailable(product.Id, tap.Act == ProductAct.In)] },
            ProductAct.UseSuggested => ProductDescription.Of(messages.Suggestion(product, known)) is { Refusal: null } suggested ? Onward(state with { Product = product.Id }, known, new GiveDescription(product.Id, suggested)) : Ask(state, known, null),
            ProductAct.EditName => Ask(new() { Product = product.Id, Step = ProductStep.Name }, known, null),
            ProductAct.EditPrice => Ask(new() { Product = product.Id, Step = ProductStep.Price }, known, null),
            ProductAct.EditPhoto => Ask(new() { Product = product.Id, Step = ProductStep.Photo }, known, null),
            ProductAct.EditDescription => Ask(new() { Product = product.Id, Step = ProductStep.Description }, known, null),
            ProductAct.Delete => new(new(), messages.SureToDelete(product)),
            ProductAct.ReallyDelete => new(new(), messages.Deleted(product)) { Deeds = [new DeleteProduct(product.Id)] },
            _ => new(new(), messages.One(product, known)),
        };
    }

    private Answer<ProductChatState> Told(ProductChatState state, Heard heard, Listener listener, ProductKnown known)
    {
        if (state.Product != Guid.Empty && known.Find(state.Product) is null)
        {
            return Ask(new(), known, null); // It was taken out meanwhile, by another door.
        }

        var text = heard.Kind == HeardKind.Text ? heard.Text : "";
        switch (state.Step)
        {
            case ProductStep.Photo when heard.Kind == HeardKind.Picture && !string.IsNullOrEmpty(heard.File):
                return known.Find(state.Product) is null
                    ? Onward(state with { Product = known.NewId }, known, new NewProduct(known.NewId, listener.Channel, heard.File))
                    : Onward(state, known, new SendPhoto(state.Product, listener.Channel, heard.File));
            case ProductStep.Photo:
                return Ask(state, known, messages.Word(heard.Kind == HeardKind.Other ? "photo.not" : "photo.please"));
            case ProductStep.Name when ProductName.Of(text) is var name:
                return name.Refusal is { } refused ? Ask(state, known, messages.Word(refused)) : Onward(state, known, new GiveName(state.Product, name));
            case ProductStep.Price when ProductPrice.Of(text) is var price:
                return price.Refusal is { } wrong ? Ask(state, known, messages.Word(wrong)) : Onward(state, known, new GivePrice(state.Product, price));
            case ProductStep.Description when ProductDescription.Of(text) is var description:
                return description.Refusal is { } poor ? Ask(state, known, messages.Word(poor)) : Onward(state, known, new GiveDescription(state.Product, description));
            case ProductStep.Available when heard.Word is Word.Yes or Word.No:
                return Onward(state, known, new GiveAvailable(state.Product, heard.Word == Word.Yes));
            case ProductStep.Show when heard.Word is Word.Yes or Word.No:
                return AfterShow(state, heard.Word == Word.Yes, known);
            case ProductStep.Number when heard.Word is Word.Yes or Word.No:
                return new(new(), messages.Done(known, state.Product, shown: true)) { Deeds = [new AnswerNumber(heard.Word == Word.Yes)] };
            case ProductStep.None:
                return new(new()) { Next = "learning" }; // Nothing is asked here; what they write is for the lesson.
            default:
                return Ask(state, known, messages.Word("product.not-understood"));
        }
    }

    /// <summary>Keeps what was given and asks the next step; what was only changed is confirmed.</summary>
    private Answer<ProductChatState> Onward(ProductChatState state, ProductKnown known, object deed)
    {
        if (!state.Making)
        {
            return new(new(), messages.Changed(known.Find(state.Product)!)) { Deeds = [deed] };
        }

        var next = state.Step + 1;
        if (next == ProductStep.Show && known.Consents.Knows(ConsentPurpose.ShowShop))
        {
            return new(new(), messages.Done(known, state.Product, known.Consents.Allows(ConsentPurpose.ShowShop))) { Deeds = [deed] };
        }

        var onward = state with { Step = next };
        return new(onward, Step(onward, known, deed as GivePrice, null)) { Deeds = [deed] };
    }

    private Answer<ProductChatState> AfterShow(ProductChatState state, bool shown, ProductKnown known)
    {
        var next = state with { Step = ProductStep.Number, Making = true };
        return shown && known.Person?.Phone is not null
            ? new(next, messages.AskNumber(known)) { Deeds = [new AnswerShow(true)] }
            : new(new(), messages.Done(known, state.Product, shown)) { Deeds = [new AnswerShow(shown)] };
    }

    private Answer<ProductChatState> Ask(ProductChatState state, ProductKnown known, string? preface) =>
        state.Step == ProductStep.None ? new(state, messages.List(known).After(preface))
        : state.Step == ProductStep.Photo && state.Making && known.Products.Count >= MostProducts ? new(new(), messages.Full())
        : new(state, Step(state, known, null, preface));

    private Say Step(ProductChatState state, ProductKnown known, GivePrice? priced, string? preface) => (state.Step switch
    {
        ProductStep.Photo => messages.AskPhoto(state.Making),
        ProductStep.Name => messages.AskName(),
        ProductStep.Price => messages.AskPrice(),
        ProductStep.Description => messages.AskDescription(known.Find(state.Product), known, priced?.Price.Rupiah),
        ProductStep.Available => messages.AskAvailable(state.Product),
        ProductStep.Show => messages.AskShow(consent.Ask(ConsentPurpose.ShowShop, "").Text, state.Product),
        _ => messages.AskNumber(known),
    }).After(preface);

    // Somebody who was interrupted goes on with what they had begun.
    private static ProductChatState Adding(ProductKnown known) =>
        known.Products.Find(p => p.State == ProductState.Draft && p.Photo != PhotoState.Lost) is not { } draft ? new() { Step = ProductStep.Photo, Making = true }
        : new()
        {
            Product = draft.Id, Making = true,
            Step = draft.Name is null ? ProductStep.Name : draft.Price is null ? ProductStep.Price : draft.Description is null ? ProductStep.Description : draft.Photo == PhotoState.None ? ProductStep.Photo : ProductStep.Available,
        };
}
