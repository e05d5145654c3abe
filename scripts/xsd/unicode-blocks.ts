/** The blocks of Unicode by the names that \p{Is…} gives them (part 2, F.1.1): spaces are left out of them. */

/** Names with their ranges, those of today's Unicode. */
const named = `
  BasicLatin:0-7F ChessSymbols:1FA00-1FA6F Mahajani:11150-1117F ArabicPresentationForms-B:FE70-FEFF
  NyiakengPuachueHmong:1E100-1E14F VerticalForms:FE10-FE1F SymbolsforLegacyComputing:1FB00-1FBFF
  TangutComponents:18800-18AFF OttomanSiyaqNumbers:1ED00-1ED4F GeorgianSupplement:2D00-2D2F GeometricShapes:25A0-25FF
  Toto:1E290-1E2BF Cherokee:13A0-13FF ArabicPresentationForms-A:FB50-FDFF GreekandCoptic:370-3FF Mandaic:840-85F
  BraillePatterns:2800-28FF SyriacSupplement:860-86F Buginese:1A00-1A1F Ethiopic:1200-137F Soyombo:11A50-11AAF
  TangutSupplement:18D00-18D7F ByzantineMusicalSymbols:1D000-1D0FF Elbasan:10500-1052F Armenian:530-58F
  KhmerSymbols:19E0-19FF Georgian:10A0-10FF Malayalam:D00-D7F Runic:16A0-16FF
  UnifiedCanadianAboriginalSyllabics:1400-167F OldNorthArabian:10A80-10A9F CherokeeSupplement:AB70-ABBF
  MahjongTiles:1F000-1F02F SinhalaArchaicNumbers:111E0-111FF SuperscriptsandSubscripts:2070-209F
  MiscellaneousSymbolsandPictographs:1F300-1F5FF MiscellaneousMathematicalSymbols-A:27C0-27EF
  CuneiformNumbersandPunctuation:12400-1247F HangulJamoExtended-B:D7B0-D7FF Devanagari:900-97F
  EthiopicSupplement:1380-139F AncientGreekNumbers:10140-1018F EnclosedAlphanumericSupplement:1F100-1F1FF
  Shavian:10450-1047F MeeteiMayek:ABC0-ABFF CombiningDiacriticalMarksExtended:1AB0-1AFF TaiTham:1A20-1AAF
  HangulJamo:1100-11FF ArabicSupplement:750-77F WarangCiti:118A0-118FF SylotiNagri:A800-A82F Lycian:10280-1029F
  CJKCompatibilityIdeographs:F900-FAFF Vithkuqi:10570-105BF Latin-1Supplement:80-FF Samaritan:800-83F
  SpacingModifierLetters:2B0-2FF Gothic:10330-1034F LatinExtended-F:10780-107BF Arabic:600-6FF TaiLe:1950-197F
  CJKStrokes:31C0-31EF SupplementalPunctuation:2E00-2E7F SymbolsandPictographsExtended-A:1FA70-1FAFF Telugu:C00-C7F
  HangulSyllables:AC00-D7AF EthiopicExtended-A:AB00-AB2F CommonIndicNumberForms:A830-A83F Cuneiform:12000-123FF
  SmallFormVariants:FE50-FE6F BlockElements:2580-259F KanaSupplement:1B000-1B0FF Kaithi:11080-110CF
  SupplementaryPrivateUseArea-B:100000-10FFFF KatakanaPhoneticExtensions:31F0-31FF Palmyrene:10860-1087F
  Tagbanwa:1760-177F Syriac:700-74F Phoenician:10900-1091F LatinExtended-C:2C60-2C7F Rejang:A930-A95F
  CJKUnifiedIdeographs:4E00-9FFF Tangut:17000-187FF Khudawadi:112B0-112FF Hatran:108E0-108FF
  OpticalCharacterRecognition:2440-245F SoraSompeng:110D0-110FF MayanNumerals:1D2E0-1D2FF ZanabazarSquare:11A00-11A4F
  LinearBIdeograms:10080-100FF CJKUnifiedIdeographsExtensionB:20000-2A6DF Ugaritic:10380-1039F Lepcha:1C00-1C4F
  Duployan:1BC00-1BC9F InscriptionalPahlavi:10B60-10B7F PrivateUseArea:E000-F8FF Osmanya:10480-104AF Thaana:780-7BF
  CurrencySymbols:20A0-20CF OldHungarian:10C80-10CFF MiscellaneousSymbolsandArrows:2B00-2BFF
  MathematicalOperators:2200-22FF Hanunoo:1720-173F CJKUnifiedIdeographsExtensionD:2B740-2B81F OlChiki:1C50-1C7F
  Balinese:1B00-1B7F CJKCompatibilityForms:FE30-FE4F CombiningHalfMarks:FE20-FE2F NewTaiLue:1980-19DF
  Nabataean:10880-108AF Saurashtra:A880-A8DF Batak:1BC0-1BFF MeroiticCursive:109A0-109FF TaiViet:AA80-AADF
  PhaistosDisc:101D0-101FF Kannada:C80-CFF ArabicExtended-B:870-89F Carian:102A0-102DF DevanagariExtended:A8E0-A8FF
  LowSurrogates:DC00-DFFF Buhid:1740-175F KangxiRadicals:2F00-2FDF Tibetan:F00-FFF OldSogdian:10F00-10F2F
  LetterlikeSymbols:2100-214F LisuSupplement:11FB0-11FBF CopticEpactNumbers:102E0-102FF SuttonSignWriting:1D800-1DAAF
  RumiNumeralSymbols:10E60-10E7F OldUyghur:10F70-10FAF Cyrillic:400-4FF TaiXuanJingSymbols:1D300-1D35F
  HalfwidthandFullwidthForms:FF00-FFEF Multani:11280-112AF YijingHexagramSymbols:4DC0-4DFF Ahom:11700-1174F
  Modi:11600-1165F Lao:E80-EFF AlphabeticPresentationForms:FB00-FB4F MeeteiMayekExtensions:AAE0-AAFF
  ModifierToneLetters:A700-A71F KanaExtended-A:1B100-1B12F Sinhala:D80-DFF Vai:A500-A63F
  EnclosedCJKLettersandMonths:3200-32FF Medefaidrin:16E40-16E9F CJKRadicalsSupplement:2E80-2EFF LinearA:10600-1077F
  Lisu:A4D0-A4FF CyrillicSupplement:500-52F Gujarati:A80-AFF Thai:E00-E7F Bengali:980-9FF
  KhitanSmallScript:18B00-18CFF Tagalog:1700-171F Nushu:1B170-1B2FF Javanese:A980-A9DF OldSouthArabian:10A60-10A7F
  ControlPictures:2400-243F ArabicMathematicalAlphabeticSymbols:1EE00-1EEFF Cham:AA00-AA5F PsalterPahlavi:10B80-10BAF
  Marchen:11C70-11CBF ZnamennyMusicalNotation:1CF00-1CFCF BopomofoExtended:31A0-31BF Takri:11680-116CF
  MyanmarExtended-A:AA60-AA7F UnifiedCanadianAboriginalSyllabicsExtended-A:11AB0-11ABF
  SupplementaryPrivateUseArea-A:F0000-FFFFF Bopomofo:3100-312F GeneralPunctuation:2000-206F
  MeroiticHieroglyphs:10980-1099F Deseret:10400-1044F Dogra:11800-1184F EthiopicExtended-B:1E7E0-1E7FF
  SupplementalSymbolsandPictographs:1F900-1F9FF Manichaean:10AC0-10AFF CJKUnifiedIdeographsExtensionG:30000-3134F
  Siddham:11580-115FF NumberForms:2150-218F NKo:7C0-7FF SundaneseSupplement:1CC0-1CCF KayahLi:A900-A92F
  Bhaiksuki:11C00-11C6F VariationSelectors:FE00-FE0F CountingRodNumerals:1D360-1D37F Makasar:11EE0-11EFF
  Emoticons:1F600-1F64F Nandinagari:119A0-119FF BassaVah:16AD0-16AFF Sundanese:1B80-1BBF Khmer:1780-17FF
  LatinExtended-G:1DF00-1DFFF Mro:16A40-16A6F EarlyDynasticCuneiform:12480-1254F Chakma:11100-1114F
  OldTurkic:10C00-10C4F GlagoliticSupplement:1E000-1E02F GreekExtended:1F00-1FFF HighSurrogates:D800-DB7F
  TamilSupplement:11FC0-11FFF BamumSupplement:16800-16A3F CJKCompatibilityIdeographsSupplement:2F800-2FA1F
  InscriptionalParthian:10B40-10B5F Hiragana:3040-309F Adlam:1E900-1E95F HangulCompatibilityJamo:3130-318F
  Osage:104B0-104FF Phags-pa:A840-A87F Sogdian:10F30-10F6F CJKCompatibility:3300-33FF
  AnatolianHieroglyphs:14400-1467F LatinExtended-A:100-17F Yezidi:10E80-10EBF PhoneticExtensions:1D00-1D7F
  Myanmar:1000-109F PahawhHmong:16B00-16B8F OldPermic:10350-1037F CypriotSyllabary:10800-1083F
  LinearBSyllabary:10000-1007F Tangsa:16A70-16ACF Tirhuta:11480-114DF OldItalic:10300-1032F PauCinHau:11AC0-11AFF
  Khojki:11200-1124F MyanmarExtended-B:A9E0-A9FF Miao:16F00-16F9F Brahmi:11000-1107F
  CombiningDiacriticalMarks:300-36F Limbu:1900-194F EnclosedIdeographicSupplement:1F200-1F2FF
  ShorthandFormatControls:1BCA0-1BCAF Tags:E0000-E007F Coptic:2C80-2CFF EgyptianHieroglyphFormatControls:13430-1343F
  MathematicalAlphanumericSymbols:1D400-1D7FF Chorasmian:10FB0-10FDF YiRadicals:A490-A4CF HanifiRohingya:10D00-10D3F
  CJKSymbolsandPunctuation:3000-303F IdeographicDescriptionCharacters:2FF0-2FFF
  SupplementalMathematicalOperators:2A00-2AFF EgyptianHieroglyphs:13000-1342F Ogham:1680-169F
  GeometricShapesExtended:1F780-1F7FF KanaExtended-B:1AFF0-1AFFF CyrillicExtended-A:2DE0-2DFF
  LatinExtended-D:A720-A7FF MasaramGondi:11D00-11D5F Newa:11400-1147F SmallKanaExtension:1B130-1B16F Tamil:B80-BFF
  HighPrivateUseSurrogates:DB80-DBFF Bamum:A6A0-A6FF CJKUnifiedIdeographsExtensionC:2A700-2B73F
  ImperialAramaic:10840-1085F OrnamentalDingbats:1F650-1F67F Elymaic:10FE0-10FFF AlchemicalSymbols:1F700-1F77F
  AncientSymbols:10190-101CF BoxDrawing:2500-257F CombiningDiacriticalMarksSupplement:1DC0-1DFF
  GunjalaGondi:11D60-11DAF Arrows:2190-21FF CJKUnifiedIdeographsExtensionF:2CEB0-2EBEF Katakana:30A0-30FF
  YiSyllables:A000-A48F CJKUnifiedIdeographsExtensionA:3400-4DBF Wancho:1E2C0-1E2FF Grantha:11300-1137F
  CyrillicExtended-C:1C80-1C8F PhoneticExtensionsSupplement:1D80-1DBF DivesAkuru:11900-1195F
  IndicSiyaqNumbers:1EC70-1ECBF Avestan:10B00-10B3F Specials:FFF0-FFFF IdeographicSymbolsandPunctuation:16FE0-16FFF
  UnifiedCanadianAboriginalSyllabicsExtended:18B0-18FF Dingbats:2700-27BF MendeKikakui:1E800-1E8DF
  Cypro-Minoan:12F90-12FFF MiscellaneousTechnical:2300-23FF LatinExtendedAdditional:1E00-1EFF
  AncientGreekMusicalNotation:1D200-1D24F Sharada:11180-111DF PlayingCards:1F0A0-1F0FF IPAExtensions:250-2AF
  Oriya:B00-B7F Tifinagh:2D30-2D7F SupplementalArrows-B:2900-297F TransportandMapSymbols:1F680-1F6FF
  CombiningDiacriticalMarksforSymbols:20D0-20FF VariationSelectorsSupplement:E0100-E01EF AegeanNumbers:10100-1013F
  Kanbun:3190-319F LatinExtended-B:180-24F MusicalSymbols:1D100-1D1FF HangulJamoExtended-A:A960-A97F
  DominoTiles:1F030-1F09F EnclosedAlphanumerics:2460-24FF OldPersian:103A0-103DF Lydian:10920-1093F
  SupplementalArrows-C:1F800-1F8FF MongolianSupplement:11660-1167F Kharoshthi:10A00-10A5F Hebrew:590-5FF
  CyrillicExtended-B:A640-A69F GeorgianExtended:1C90-1CBF LatinExtended-E:AB30-AB6F SupplementalArrows-A:27F0-27FF
  MiscellaneousMathematicalSymbols-B:2980-29FF Glagolitic:2C00-2C5F ArabicExtended-A:8A0-8FF
  CJKUnifiedIdeographsExtensionE:2B820-2CEAF Mongolian:1800-18AF CaucasianAlbanian:10530-1056F
  MiscellaneousSymbols:2600-26FF EthiopicExtended:2D80-2DDF Gurmukhi:A00-A7F VedicExtensions:1CD0-1CFF
`;

/** Names that later versions of Unicode gave up. */
const former = `
  Greek:370-3FF CombiningMarksforSymbols:20D0-20FF PrivateUse:E000-F8FF,F0000-FFFFD,100000-10FFFD
`;

/** First and last code points of a block, in hexadecimal, by the block's name; one block has several ranges. */
export const unicodeBlocks: ReadonlyMap<string, readonly (readonly [first: string, last: string])[]> = new Map(
  `${named} ${former}`
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [name = "", ranges = ""] = entry.split(":");
      return [name, ranges.split(",").map(rangeOf)];
    }),
);

function rangeOf(text: string): readonly [first: string, last: string] {
  const [first = "", last = ""] = text.split("-");
  return [first, last];
}
