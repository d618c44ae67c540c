/**
 * The ABCD classes as the sellers use them: a field of the register, because the source gives no
 * criterion by which a customer comes into its class.
 */
export const abcd = {
  title: "ABCD classification",
  note: "The class stands in the register; its criteria are not in the source.",
  source: "S0 §2.8 (L462)",
  method: "matrix",
  labels: {
    A: {
      title: "A customers",
      note: "Read as the large and most important customers of the interviews.",
      source: "S0 §2.8, §2.14 (L450, L462)",
    },
    B: { title: "B customers", source: "S0 §2.8 (L462)" },
    C: { title: "C customers", source: "S0 §2.8 (L462)" },
    D: { title: "D customers", source: "S0 §2.8 (L462)" },
  },
  axes: [{ field: "registerClass", values: ["A", "B", "C", "D"] }],
  cells: { A: "A", B: "B", C: "C", D: "D" },
} as const;

/** Which lists a customer is on: marketing attributes alone decide. */
export const mailingList = {
  title: "Marketing lists",
  note: "A marketing ban is a permission: it stops the mail, not the place on the list.",
  source: "S0 §2.31, §2.34 (L627, L637)",
  method: "rules",
  hitPolicy: "collect",
  labels: {
    eNews: { title: "E-news", source: "S0 §2.31 (L627)" },
    dealerInfo: { title: "Dealer info", source: "S0 §2.31 (L627)" },
    launchMaterial: { title: "New-product launch materials", source: "S0 §2.31 (L627)" },
    noList: { title: "On no list", source: "S0 §2.34 (L637)" },
  },
  rules: [
    {
      segment: "eNews",
      source: "S0 §2.31 (L627)",
      when: { field: "marketingAttributes", includes: "eNews" },
    },
    {
      segment: "dealerInfo",
      source: "S0 §2.31 (L627)",
      when: { field: "marketingAttributes", includes: "dealerInfo" },
    },
    {
      segment: "launchMaterial",
      source: "S0 §2.31 (L627)",
      when: { field: "marketingAttributes", includes: "launchMaterial" },
    },
  ],
  otherwise: "noList",
} as const;
