/// What is done to a row on purpose; raw values are the names in `planted.json`.
enum SpoiledRow: String {
  // Rejected.
  case badDate = "bad_date"
  case impossibleDate = "impossible_date"
  case emptyDate = "empty_date"
  case emptyCustomer = "empty_customer"
  case emptyAmount = "empty_amount"
  case amountNotANumber = "amount_not_a_number"
  case quantityNotANumber = "quantity_not_a_number"
  case tooFewColumns = "too_few_columns"
  case tooManyColumns = "too_many_columns"
  case unknownCurrency = "unknown_currency"
  case currencyWithoutRate = "currency_without_rate"
  case dayWithoutRate = "day_without_rate"
  // Accepted, all of them.
  case duplicatedLine = "duplicated_line"
  case threeDecimals = "three_decimals"
  case quotedNewline = "quoted_newline"

  /// Orders to spoil in each quarterly file, by kind.
  static let plan: [[(kind: SpoiledRow, orders: Int)]] = [
    [(.badDate, 2), (.tooFewColumns, 2), (.duplicatedLine, 3)],
    [(.impossibleDate, 2), (.emptyCustomer, 2), (.amountNotANumber, 2), (.quotedNewline, 1)],
    [(.tooManyColumns, 2), (.duplicatedLine, 2), (.threeDecimals, 3)],
    [(.emptyDate, 2), (.emptyAmount, 1), (.quantityNotANumber, 2)],
    [(.currencyWithoutRate, 2), (.badDate, 1)],
    [(.impossibleDate, 1), (.duplicatedLine, 2), (.quotedNewline, 1), (.unknownCurrency, 1)],
    [(.tooFewColumns, 1), (.tooManyColumns, 1), (.emptyCustomer, 1), (.amountNotANumber, 1)],
    [
      (.badDate, 1), (.impossibleDate, 1), (.emptyDate, 1), (.emptyCustomer, 1),
      (.emptyAmount, 1), (.amountNotANumber, 1), (.quantityNotANumber, 1), (.tooFewColumns, 1),
      (.tooManyColumns, 1), (.duplicatedLine, 2), (.threeDecimals, 2), (.quotedNewline, 1),
      (.currencyWithoutRate, 1), (.unknownCurrency, 1),
    ],
  ]

  /// The rule that rejects the row and the column it names; nil where the row is accepted.
  var rejection: (rule: String, column: String)? {
    switch self {
    case .badDate, .impossibleDate: ("date", "order_date")
    case .emptyDate: ("required", "order_date")
    case .emptyCustomer: ("required", "customer_id")
    case .emptyAmount: ("required", "amount")
    case .amountNotANumber: ("number", "amount")
    case .quantityNotANumber: ("number", "quantity")
    case .tooFewColumns, .tooManyColumns: ("columns", "")
    case .unknownCurrency: ("currency", "currency")
    case .currencyWithoutRate, .dayWithoutRate: ("rate", "currency")
    case .duplicatedLine, .threeDecimals, .quotedNewline: nil
    }
  }
}

/// What a later export changes in an order of the week that it repeats.
enum Correction: String, CaseIterable {
  case amountChanged = "amount_changed"
  case lineDropped = "line_dropped"
  case lineAdded = "line_added"

  /// Orders a quarterly file corrects.
  var orders: Int {
    switch self {
    case .amountChanged: 4
    case .lineDropped: 3
    case .lineAdded: 1
    }
  }

  func apply(to lines: [OrderLine]) -> [OrderLine] {
    var lines = lines
    switch self {
    case .amountChanged:
      let old = lines[0].amount
      lines[0].unitPrice = max(1, lines[0].unitPrice * 9 / 10)
      lines[0].margin -= old - lines[0].amount
    case .lineDropped: lines.removeLast()
    case .lineAdded:
      let shipping = Product(name: "Express delivery", price: 80_00, margin: 20)
      lines.append(
        OrderLine(lines.count + 1, shipping, quantity: 1, unitPrice: shipping.price))
    }
    return lines
  }
}
