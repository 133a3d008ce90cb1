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

/// A character encoding that exports come in.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case gb18030 = "GB18030"

  var dialect: Dialect.Encoding {
    switch self {
    case .utf8: .utf8
    case .gb18030: .gb18030
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
