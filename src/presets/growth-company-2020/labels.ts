/** The four groups with their names, their place in the evaluation model, and who decides. */
export const customerGroups = {
  KEY_ACCOUNT: {
    title: "Key accounts",
    aliases: ["avainasiakkaat", "KAM-asiakkaat", "tunnistetut avainasiakkuudet"],
    axes: { growthPotential: "high", relationship: "strong" },
    decidedBy: "managementTeam",
    source: "S1 §2.1 (L658–660)",
  },
  POTENTIAL: {
    title: "Potentials",
    aliases: ["potentiaalit", "potentiaaliset kohdeasiakkaat", "potential target customers"],
    axes: { growthPotential: "high", relationship: "weak" },
    decidedBy: "businessLine",
    source: "S1 §2.1 (L657)",
  },
  STANDARD: {
    title: "Standard customers",
    aliases: ["vakioasiakkaat"],
    axes: { growthPotential: "low", relationship: "strong" },
    source: "S1 §2.1 (L656)",
  },
  MAINTAINED: {
    title: "Maintained customers",
    aliases: ["ylläpidettävät asiakkaat", "ylläpidettävät asiakkuudet"],
    axes: { growthPotential: "low", relationship: "weak" },
    source: "S1 §2.1 (L655)",
  },
} as const;
