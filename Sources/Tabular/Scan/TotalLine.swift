/// The line below the rows of a report that sums them: `合计,,,12345.00`.
///
/// Only the last row of a file can be one. Its first cell that is not empty says so, and it is no
/// record: a rule rejects it, or nothing but numbers follows and some cell is empty. A customer
/// called Total with a whole and valid row stays.
enum TotalLine {
  /// Without spaces, hyphens, capitals and a colon at the end.
  static let words: Set<String> = [
    "合计", "总计", "小计", "共计", "总和", "汇总", "合計", "總計", "小計", "共計",
    "total", "totals", "grandtotal", "subtotal", "subtotals", "sum",
  ]

  /// The position of the cell that says so; nil where the first cell with text is another.
  static func label(_ cells: [String]) -> Int? {
    guard let place = cells.firstIndex(where: { !$0.isEmpty }), cells[place].utf8.count <= 60 else {
      return nil
    }
    var word = HeaderName.normal(cells[place])
    if word.hasSuffix(":") { word.removeLast() }
    return words.contains(word) ? place : nil
  }

  /// Whether a row that breaks no rule sums others: cells are missing, and all others are numbers.
  static func isSum(_ cells: [String], label: Int) -> Bool {
    var hasEmpty = false
    for (place, cell) in cells.enumerated() where place != label {
      if cell.isEmpty {
        hasEmpty = true
      } else if !cell.unicodeScalars.allSatisfy(isNumeral) {
        return false
      }
    }
    return hasEmpty
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "０"..."９", "+", "-", ".", ",", " ", "%", "(", ")", "¥", "￥", "$", "€", "£":
      true
    default: false
    }
  }
}
