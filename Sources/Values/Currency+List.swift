extension Currency {
  /// Codes of ISO 4217 (list one, amended to 2025) that money is counted in, and those that the
  /// euro and other reforms since 1999 ended, for old exports.
  ///
  /// Left out: codes of metals, funds, units of account and tests (XAU, CLF, XDR, XTS).
  package static let known: Set<String> = Set(
    (active + " " + ended).split(separator: " ").map(String.init))

  private static let active = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP \
    BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP \
    GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR \
    KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK \
    MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR \
    SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS \
    UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
    """

  private static let ended = """
    ATS BEF CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MTL NLG PTE SIT SKK AZM BYR CUC \
    GHC MRO MZM ROL SLL STD SDD TMM TRL VEB VEF ZMK ZWL
    """

  /// The code that a currency is called by otherwise.
  private static let otherNames = [
    "RMB": "CNY", "CNH": "CNY", "YUAN": "CNY", "NTD": "TWD", "NT$": "TWD", "HK$": "HKD",
    "US$": "USD", "EURO": "EUR", "UKP": "GBP", "STG": "GBP", "YEN": "JPY", "元": "CNY",
    "人民币": "CNY", "¥": "CNY", "￥": "CNY", "$": "USD", "€": "EUR", "£": "GBP",
  ]

  /// The code that is meant by a text that is none; nil where nothing says which.
  package static func meant(by text: String) -> String? {
    let upper = text.uppercased()
    if known.contains(upper) { return upper }
    return otherNames[upper]
  }
}
