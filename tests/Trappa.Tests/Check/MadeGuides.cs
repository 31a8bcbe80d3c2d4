namespace Trappa.Tests.Check;
internal static class MadeGuides { public static string[] Proven => ["TR001","TR002","TR003","TR005","TR006","TR008"]; }
