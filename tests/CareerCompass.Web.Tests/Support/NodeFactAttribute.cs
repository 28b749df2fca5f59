namespace CareerCompass.Web.Tests.Support;

/// <summary>A test with a <see cref="NodePeer"/>, skipped with the reason when node is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodePeer.WhyNone;
}
