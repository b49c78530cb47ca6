// What a JSON Schema (draft 2020-12) says may stand at a place.

export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: boolean | Schema;
  readonly prefixItems?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
}

export interface Key {
  readonly name: string;
  readonly description: string;
}

/** The schemas of what may stand behind the keys of `path`; lists stand for their items. */
export function schemasAt(root: Schema, path: readonly string[]): readonly Schema[] {
  let here = open(root, root);
  for (const key of path)
    here = here.flatMap((schema) => {
      const inner = schema.properties?.[key] ?? schema.additionalProperties;
      return typeof inner === "object" ? open(root, inner) : [];
    });
  return here;
}

/** The keys that may stand beside `siblings`; of several kinds of groups, those that have all of them. */
export function keysOf(schemas: readonly Schema[], siblings: readonly string[]): readonly Key[] {
  const groups = schemas.filter((schema) => schema.properties !== undefined);
  const fitting = groups.filter((group) => siblings.every((name) => name in (group.properties ?? {})));
  const found = new Map<string, Key>();
  for (const group of fitting.length > 0 ? fitting : groups)
    for (const [name, schema] of Object.entries(group.properties ?? {}))
      if (!siblings.includes(name) && !found.has(name))
        found.set(name, { name, description: schema.description ?? "" });
  return [...found.values()];
}

/** The words that may stand there. */
export function valuesOf(schemas: readonly Schema[]): readonly string[] {
  const found = new Set<string>();
  for (const schema of schemas) {
    for (const value of schema.enum ?? []) found.add(String(value));
    if (schema.const !== undefined) found.add(String(schema.const));
    if (schema.type === "boolean") for (const value of ["true", "false"]) found.add(value);
  }
  return [...found];
}

/** `schema` and all that it leads to without a key. */
function open(root: Schema, schema: Schema, depth = 0): Schema[] {
  if (depth > 20) return [];
  const target = schema.$ref === undefined ? undefined : root.$defs?.[schema.$ref.replace("#/$defs/", "")];
  const parts = [
    ...(target ? [target] : []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.allOf ?? []),
    ...(typeof schema.items === "object" ? [schema.items] : []),
    ...(schema.prefixItems ?? []),
  ];
  return [schema, ...parts.flatMap((part) => open(root, part, depth + 1))];
}
