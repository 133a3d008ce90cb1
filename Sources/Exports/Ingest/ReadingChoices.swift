import Tabular

/// Whether a row of amount zero is a purchase.
package enum ZeroAmount: String, CaseIterable, Sendable {
  /// A free order is an order.
  case purchase
  /// It is left out and counted.
  case ignore
}

/// What one row of an order export stands for.
package enum Grain: String, CaseIterable, Sendable {
  /// A line of an order: key is the order with line or product.
  case line
  /// A whole order: key is the order.
  case order
}

/// A character encoding that exports come in, by the name that settings and options have for it.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf16LE = "UTF-16LE"
  case utf16BE = "UTF-16BE"
  case gb18030 = "GB18030"
  /// The part of GB18030 that older programs know.
  case gbk = "GBK"
  case big5 = "Big5"
  case shiftJIS = "Shift-JIS"
  case windows1252 = "Windows-1252"

  var dialect: Dialect.Encoding {
    switch self {
    case .utf8: .utf8
    case .utf16LE: .utf16LE
    case .utf16BE: .utf16BE
    case .gb18030, .gbk: .gb18030
    case .big5: .big5
    case .shiftJIS: .shiftJIS
    case .windows1252: .windows1252
    }
  }
}

/// A field delimiter by name.
package enum DelimiterName: String, CaseIterable, Sendable {
  case comma
  case semicolon
  case tab
  case bar

  var dialect: Dialect.Delimiter {
    switch self {
    case .comma: .comma
    case .semicolon: .semicolon
    case .tab: .tab
    case .bar: .bar
    }
  }
}

/// The mark between whole units and decimals, by name.
package enum DecimalName: String, CaseIterable, Sendable {
  case point
  case comma

  var mark: DecimalMark {
    switch self {
    case .point: .point
    case .comma: .comma
    }
  }
}

/// The order of day, month and year, by name.
package enum DateOrderName: String, CaseIterable, Sendable {
  case dmy
  case mdy
  case ymd

  var order: DateOrder {
    switch self {
    case .dmy: .dmy
    case .mdy: .mdy
    case .ymd: .ymd
    }
  }
}
