using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace CareerCompass.Web.Tests.Support;

/// <summary>Reads from an assembly's metadata and IL which types use which.</summary>
internal static class Uses
{
    public static List<Use> Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        var names = new Names(reader);
        var uses = new HashSet<Use>();
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            var from = names.GetTypeFromDefinition(reader, handle, 0).Single();
            var seen = new List<string>(names.Of(type.BaseType));
            seen.AddRange(
                type.GetInterfaceImplementations()
                    .SelectMany(item => names.Of(reader.GetInterfaceImplementation(item).Interface))
            );
            seen.AddRange(
                type.GetFields().SelectMany(item => reader.GetFieldDefinition(item).DecodeSignature(names, null))
            );
            seen.AddRange(
                type.GetProperties()
                    .SelectMany(item => Names.In(reader.GetPropertyDefinition(item).DecodeSignature(names, null)))
            );
            seen.AddRange(Constraints(reader, type.GetGenericParameters()).SelectMany(names.Of));
            var attributes = type.GetCustomAttributes()
                .Concat(type.GetFields().SelectMany(item => reader.GetFieldDefinition(item).GetCustomAttributes()))
                .Concat(
                    type.GetProperties().SelectMany(item => reader.GetPropertyDefinition(item).GetCustomAttributes())
                )
                .Concat(type.GetMethods().SelectMany(item => reader.GetMethodDefinition(item).GetCustomAttributes()));
            seen.AddRange(attributes.SelectMany(item => names.Of(reader.GetCustomAttribute(item).Constructor)));
            foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
            {
                seen.AddRange(Names.In(method.DecodeSignature(names, null)));
                seen.AddRange(Constraints(reader, method.GetGenericParameters()).SelectMany(names.Of));
                if (method.RelativeVirtualAddress != 0)
                {
                    var body = file.GetMethodBody(method.RelativeVirtualAddress);
                    seen.AddRange(names.Of(body.LocalSignature));
                    seen.AddRange(body.ExceptionRegions.SelectMany(region => names.Of(region.CatchType)));
                    seen.AddRange(Instructions.Tokens(body.GetILBytes()!).SelectMany(names.Of));
                }
            }

            uses.UnionWith(seen.Select(to => new Use(from, to)));
        }

        return [.. uses];
    }

    private static IEnumerable<EntityHandle> Constraints(
        MetadataReader reader,
        GenericParameterHandleCollection parameters
    ) =>
        parameters
            .SelectMany(parameter => reader.GetGenericParameter(parameter).GetConstraints())
            .Select(item => reader.GetGenericParameterConstraint(item).Type);

    /// <summary>Names all types that a handle or a signature speaks of.</summary>
    private sealed class Names(MetadataReader reader) : ISignatureTypeProvider<ImmutableArray<string>, object?>
    {
        public IEnumerable<string> Of(EntityHandle handle)
        {
            if (handle.IsNil)
            {
                return [];
            }

            switch (handle.Kind)
            {
                case HandleKind.TypeDefinition:
                    return GetTypeFromDefinition(reader, (TypeDefinitionHandle)handle, 0);
                case HandleKind.TypeReference:
                    return GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0);
                case HandleKind.TypeSpecification:
                    return reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
                case HandleKind.MethodDefinition:
                    return Of(reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                case HandleKind.FieldDefinition:
                    return Of(reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                case HandleKind.MemberReference:
                    var member = reader.GetMemberReference((MemberReferenceHandle)handle);
                    var signature =
                        member.GetKind() == MemberReferenceKind.Method
                            ? In(member.DecodeMethodSignature(this, null))
                            : member.DecodeFieldSignature(this, null);
                    return Of(member.Parent).Concat(signature);
                case HandleKind.MethodSpecification:
                    var method = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                    return Of(method.Method).Concat(method.DecodeSignature(this, null).SelectMany(types => types));
                case HandleKind.StandaloneSignature:
                    var standalone = reader.GetStandaloneSignature((StandaloneSignatureHandle)handle);
                    return standalone.GetKind() == StandaloneSignatureKind.LocalVariables
                        ? standalone.DecodeLocalSignature(this, null).SelectMany(types => types)
                        : In(standalone.DecodeMethodSignature(this, null));
                default:
                    return [];
            }
        }

        public static IEnumerable<string> In(MethodSignature<ImmutableArray<string>> signature) =>
            signature.ReturnType.Concat(signature.ParameterTypes.SelectMany(types => types));

        public ImmutableArray<string> GetTypeFromDefinition(
            MetadataReader reader,
            TypeDefinitionHandle handle,
            byte rawTypeKind
        )
        {
            var type = reader.GetTypeDefinition(handle);
            return type.GetDeclaringType() is { IsNil: false } outer
                ? GetTypeFromDefinition(reader, outer, 0)
                : [Name(type.Namespace, type.Name)];
        }

        public ImmutableArray<string> GetTypeFromReference(
            MetadataReader reader,
            TypeReferenceHandle handle,
            byte rawTypeKind
        )
        {
            var type = reader.GetTypeReference(handle);
            return type.ResolutionScope.Kind == HandleKind.TypeReference
                ? GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0)
                : [Name(type.Namespace, type.Name)];
        }

        public ImmutableArray<string> GetTypeFromSpecification(
            MetadataReader reader,
            object? genericContext,
            TypeSpecificationHandle handle,
            byte rawTypeKind
        ) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public ImmutableArray<string> GetGenericInstantiation(
            ImmutableArray<string> genericType,
            ImmutableArray<ImmutableArray<string>> typeArguments
        ) => [.. genericType, .. typeArguments.SelectMany(types => types)];

        public ImmutableArray<string> GetFunctionPointerType(MethodSignature<ImmutableArray<string>> signature) =>
            [.. In(signature)];

        public ImmutableArray<string> GetModifiedType(
            ImmutableArray<string> modifier,
            ImmutableArray<string> unmodifiedType,
            bool isRequired
        ) => [.. modifier, .. unmodifiedType];

        public ImmutableArray<string> GetArrayType(ImmutableArray<string> elementType, ArrayShape shape) => elementType;

        public ImmutableArray<string> GetByReferenceType(ImmutableArray<string> elementType) => elementType;

        public ImmutableArray<string> GetPinnedType(ImmutableArray<string> elementType) => elementType;

        public ImmutableArray<string> GetPointerType(ImmutableArray<string> elementType) => elementType;

        public ImmutableArray<string> GetSZArrayType(ImmutableArray<string> elementType) => elementType;

        public ImmutableArray<string> GetGenericMethodParameter(object? genericContext, int index) => [];

        public ImmutableArray<string> GetGenericTypeParameter(object? genericContext, int index) => [];

        public ImmutableArray<string> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

        private string Name(StringHandle space, StringHandle name) =>
            $"{reader.GetString(space)}.{reader.GetString(name)}";
    }
}
