using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace CareerCompass.Web.Tests.Support;

/// <summary>One type of an assembly uses another: as base, in a signature, in an attribute or in the body of a method.</summary>
/// <param name="From">The outermost type with its namespace: what the compiler makes of lambdas and iterators counts as theirs.</param>
/// <param name="To">The same of the type that is used.</param>
internal sealed record Use(string From, string To);
