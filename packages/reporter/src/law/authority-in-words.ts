/** Instruments of law as a reader knows them, by the authority that a measure states. */
const instruments: Readonly<Record<string, string>> = {
  ieepa: 'emergency powers (IEEPA)',
  'section-122': 'Section 122',
  'section-201': 'Section 201',
  'section-232': 'Section 232',
  'section-301': 'Section 301',
  'section-338': 'Section 338',
  surtax: 'surtax',
  quota: 'tariff quota',
  mfn: 'ordinary (MFN) duty',
  safeguard: 'safeguard',
  'anti-dumping': 'anti-dumping duty',
};

/** `Section 232` from `section-232`; an authority without a name of its own in its own words. */
export function authorityInWords(authority: string): string {
  const known = instruments[authority];
  if (known !== undefined) return known;
  const words = authority.replaceAll('-', ' ');
  return words.replace(/^section\b/, 'Section');
}
