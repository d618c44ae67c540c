/** What every object of the host inherits from, and what its programs call. */
const GLOBALS: readonly object[] = [
  Object,
  Function,
  Array,
  String,
  Number,
  Boolean,
  Symbol,
  Promise,
  Map,
  Set,
  Date,
  RegExp,
  Error,
  TypeError,
  JSON,
  Math,
  Reflect,
  Uint8Array,
  Float64Array,
  globalThis,
].flatMap((each) => {
  const { prototype } = each as { readonly prototype?: object };
  return prototype === undefined ? [each] : [each, prototype];
});

/** Every property of every global object as it is now. */
export function globalObjects(): ReadonlyMap<object, ReadonlyMap<PropertyKey, unknown>> {
  return new Map(
    GLOBALS.map((each) => {
      const found = Object.getOwnPropertyDescriptors(each) as Record<
        PropertyKey,
        PropertyDescriptor
      >;
      const parts = Reflect.ownKeys(found).map((key) => {
        const { value, get, set } = found[key]!;
        return [key, value ?? get ?? set] as const;
      });
      return [each, new Map(parts)];
    }),
  );
}

/** The global objects of which a property is no longer what it was, has gone or has come. */
export function changedGlobals(before: ReturnType<typeof globalObjects>): readonly string[] {
  return [...globalObjects()].flatMap(([each, now]) => {
    const was = before.get(each)!;
    const keys = new Set([...was.keys(), ...now.keys()]);
    return [...keys].filter((key) => !Object.is(was.get(key), now.get(key))).map(String);
  });
}
