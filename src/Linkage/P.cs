namespace Linkage; internal static class Placeholder;
