using System.Runtime.InteropServices;

namespace Linkage.Clustering;

/// <summary>A pair of records and the log2 odds that they are the same.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Edge(int A, int B, float Score);

/// <summary>Two clusters that were made one, or that came nearest to it, by their first records.</summary>
/// <param name="A">One of them.</param>
/// <param name="B">The other.</param>
/// <param name="Score">The mean log2 odds between them.</param>
/// <param name="Made">False for one that stayed apart.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Join(int A, int B, double Score, bool Made = true);
