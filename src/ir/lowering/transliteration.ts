// Letters without a decomposition into ASCII, and how they are commonly written in it. Accents need no table: Unicode takes them off.

const latin = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
  ŧ: 't',
};

// prettier-ignore
const cyrillic = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', ђ: 'dj', е: 'e', ё: 'e', є: 'ye', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'yi', й: 'y',
  ј: 'j', к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'c', у: 'u', ў: 'u', ф: 'f',
  х: 'kh', ц: 'ts', ч: 'ch', џ: 'dz', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', ѓ: 'g', ќ: 'k',
};

// prettier-ignore
const greek = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p',
  ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o',
};

const letters: ReadonlyMap<string, string> = new Map(Object.entries({ ...latin, ...cyrillic, ...greek }));

/** One character in ASCII, as far as it has a form there: letters and digits of many scripts, everything else as it is. */
function ascii(character: string): string {
  const lower = character.toLowerCase();
  const written = letters.get(lower);
  if (written === undefined) return character;
  return lower === character ? written : written.charAt(0).toUpperCase() + written.slice(1);
}

const each = (text: string): string => Array.from(text, ascii).join('');

/** The text with letters of Latin, Cyrillic and Greek scripts in ASCII; what has no such form stays as it is. */
export function transliterate(text: string): string {
  if (!/[^\u0000-\u007f]/.test(text)) return text;
  // First whole letters (й is not и with an accent), then accents off, then what came out from under them (ή is η).
  return each(each(text.normalize('NFC')).normalize('NFKD').replace(/\p{M}/gu, ''));
}
