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

/// A character encoding that exports come in.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case gb18030 = "GB18030"
}

/// A field delimiter by name.
package enum DelimiterName: String, CaseIterable, Sendable {
  case comma
  case semicolon
  case tab
  case bar

  package var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .bar: UInt8(ascii: "|")
    }
  }
}
