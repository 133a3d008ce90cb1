/// One small table in four languages, as Python 3.11's codecs encode it.
enum EncodedTexts {
  struct Sample: Sendable {
    let encoding: String
    let text: String
    let bytes: [UInt8]
  }

  static let simplified = Sample(
    encoding: "GB18030",
    text: """
      customer_id,name,amount
      C1,王伟,10.5
      C2,李娜,20
      C3,欧阳婷,3
      C4,刘洋,7
      C5,陈静怡（上海）,8

      """,
    bytes: hexadecimal(
      "637573746F6D65725F69642C6E616D652C616D6F756E740A43312CCDF5CEB02C31302E350A43322CC0EE"
        + "C4C82C32300A43332CC5B7D1F4E6C32C330A43342CC1F5D1F32C370A43352CB3C2BEB2E2F9A3A8C9CFBA"
        + "A3A3A92C380A"))

  static let traditional = Sample(
    encoding: "Big5",
    text: """
      customer_id,name,amount
      C1,陳怡君,10.5
      C2,林志豪,20
      C3,臺北市信義區,3
      C4,許雅婷,7
      C5,黃淑芬,8

      """,
    bytes: hexadecimal(
      "637573746F6D65725F69642C6E616D652C616D6F756E740A43312CB3AFA9C9A7672C31302E350A43322C"
        + "AA4CA7D3BBA82C32300A43332CBB4FA55FA5ABAB48B871B0CF2C330A43342CB35CB6AEB4402C370A4335"
        + "2CB6C0B251AAE22C380A"))

  static let japanese = Sample(
    encoding: "Shift-JIS",
    text: """
      customer_id,name,amount
      C1,佐藤 健,10.5
      C2,すずき,20
      C3,株式会社ソニー,3
      C4,高橋,7
      C5,東京都（本社）,8

      """,
    bytes: hexadecimal(
      "637573746F6D65725F69642C6E616D652C616D6F756E740A43312C8DB293A1208C922C31302E350A4332"
        + "2C82B782B882AB2C32300A43332C8A948EAE89EF8ED0835C836A815B2C330A43342C8D828BB42C370A43"
        + "352C938C8B9E93738169967B8ED0816A2C380A"))

  static let western = Sample(
    encoding: "Windows-1252",
    text: """
      customer_id,name,amount
      C1,Müller,10.5
      C2,Café Größe,20
      C3,Peña & Ça,3
      C4,Åse – €5,7
      C5,Françoise,8

      """,
    bytes: hexadecimal(
      "637573746F6D65725F69642C6E616D652C616D6F756E740A43312C4DFC6C6C65722C31302E350A43322C"
        + "436166E9204772F6DF652C32300A43332C5065F161202620C7612C330A43342CC5736520962080352C37"
        + "0A43352C4672616EE76F6973652C380A"))

  static let all = [simplified, traditional, japanese, western]

  static func hexadecimal(_ text: String) -> [UInt8] {
    let digits = text.utf8.map { UInt8($0 < 65 ? $0 - 48 : $0 - 55) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBig ? [high, low] : [low, high]
    }
  }

  /// `a,b / 1,2 / 3,4` by Python's gzip module.
  static let gzip = hexadecimal("1F8B08000000000002034BD449E232D431E232D631E10200E5E9D6CE0C000000")
  /// `5,6` likewise.
  static let secondGzip = hexadecimal("1F8B080000000000020333D531E3020060102FBE04000000")
}
