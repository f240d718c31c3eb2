namespace FakeMeta; internal static class Placeholder;
