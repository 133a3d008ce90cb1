import Foundation

/// Bytes of files that are no UTF-8, as Python 3.11's codecs write them.
enum Bytes {
  /// `订单号,客户编号,日期,金额 / ` in GB18030.
  static let chineseHeader = Bytes.hexadecimal(
    "B6A9B5A5BAC52CBFCDBBA7B1E0BAC52CC8D5C6DA2CBDF0B6EE0A")

  /// `1,王伟,2025-01-05,9.50 / 2,欧阳婷,2025-01-06,20 / 3,上海贸易有限公司,2025-01-07,3 / ` in GB18030.
  static let chineseRows = Bytes.hexadecimal(
    "312CCDF5CEB02C323032352D30312D30352C392E35300A322CC5B7D1F4E6C32C323032352D30312D3036"
      + "2C32300A332CC9CFBAA3C3B3D2D7D3D0CFDEB9ABCBBE2C323032352D30312D30372C330A")

  /// `编码,伙伴,时刻,款项 / ` in GB18030.
  static let strangeHeader = Bytes.hexadecimal(
    "B1E0C2EB2CBBEFB0E92CCAB1BFCC2CBFEECFEE0A")

  /// `訂單號,客戶編號,訂單日期,金額 / ` in BIG5.
  static let traditionalHeader = Bytes.hexadecimal(
    "AD71B3E6B8B92CABC8A4E1BD73B8B92CAD71B3E6A4E9B4C12CAAF7C3420A")

  /// `1,陳怡君,2025-01-05,9.50 / 2,臺北市信義區公所,2025-01-06,20 / 3,林志豪,2025-01-07,3 / ` in BIG5.
  static let traditionalRows = Bytes.hexadecimal(
    "312CB3AFA9C9A7672C323032352D30312D30352C392E35300A322CBB4FA55FA5ABAB48B871B0CFA4BDA9"
      + "D22C323032352D30312D30362C32300A332CAA4CA7D3BBA82C323032352D30312D30372C330A")

  /// `1,佐藤 健,2025-01-05,9.50 / 2,株式会社ソニー,2025-01-06,20 / 3,すずき,2025-01-07,3 / ` in CP932.
  static let japaneseRows = Bytes.hexadecimal(
    "312C8DB293A1208C922C323032352D30312D30352C392E35300A322C8A948EAE89EF8ED0835C836A815B"
      + "2C323032352D30312D30362C32300A332C82B782B882AB2C323032352D30312D30372C330A")

  /// `1,Müller,2025-01-05,9.50 / 2,Café Größe,2025-01-06,20 / 3,Peña & Çelik,2025-01-07,3 / ` in CP1252.
  static let westernRows = Bytes.hexadecimal(
    "312C4DFC6C6C65722C323032352D30312D30352C392E35300A322C436166E9204772F6DF652C32303235"
      + "2D30312D30362C32300A332C5065F161202620C7656C696B2C323032352D30312D30372C330A")

  /// Two orders by Python's gzip module.
  static let gzip = Bytes.hexadecimal(
    "1F8B0800000000000203CB2F4A492D8ACF4CD1492E2D2EC9CF85B0F3C182298925A93A89B9F9A579255C"
      + "863A893A460646A6BA0686BA06A63A967AA6065C463A4908313320930B00B26BB4E34D000000")

  static func hexadecimal(_ text: String) -> Data {
    let digits = text.utf8.map { UInt8($0 < 65 ? $0 - 48 : $0 - 55) }
    return Data(stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
  }

  static func utf16(_ text: String, isBig: Bool = false) -> Data {
    Data(
      text.utf16.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isBig ? [high, low] : [low, high]
      })
  }
}
