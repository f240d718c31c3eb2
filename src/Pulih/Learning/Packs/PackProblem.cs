using Microsoft.Extensions.Localization;

namespace Pulih.Learning.Packs;

/// <summary>One broken rule of a pack: where it is and, in plain words, what to do about it.</summary>
internal sealed record PackProblem(string File, int Line, string Rule, params object[] Values)
{
    public string WhatToDo(IStringLocalizer<Texts> texts) => texts[$"Pack{Rule}", Values];
}
