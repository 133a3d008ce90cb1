package import Values

/// How complete, valid and distinct one column of a contract is.
package struct ColumnQuality: Sendable {
  package let contract: String
  package let column: String
  package let isRequired: Bool
  /// Current rows.
  package let rows: Int
  /// Current rows with a value.
  package let filled: Int
  /// Rows rejected because a value that must be there was missing.
  package let missingRejected: Int
  /// Rows rejected because the value broke another rule of the column.
  package let invalidRejected: Int
  /// Distinct values of texts and ids; nil for other columns.
  package let distinct: Int?
  /// For the column that dates rows.
  package let newest: Day?
  /// Whether the number of rows, or of rows with a value, must not be told: together with the
  /// figures of a survey it would tell of few people.
  var hidesRows = false
  var hidesFilled = false

  var toldRows: Int? { hidesRows ? nil : rows }
  var toldFilled: Int? { hidesFilled ? nil : filled }

  /// Rows with a value among current rows and rows rejected for want of one; nil without rows.
  package var completeness: Double? {
    guard !hidesRows, !hidesFilled else { return nil }
    let all = rows + missingRejected
    return all > 0 ? Double(filled) / Double(all) : nil
  }

  /// Values that passed the column's rules among all values; nil without values.
  package var validity: Double? {
    guard !hidesFilled else { return nil }
    let all = filled + invalidRejected
    return all > 0 ? Double(filled) / Double(all) : nil
  }

  /// Distinct values among all; 1 where every row has its own; nil without values.
  package var uniqueness: Double? {
    guard let distinct, filled > 0, !hidesFilled else { return nil }
    return Double(distinct) / Double(filled)
  }
}

extension ColumnQuality {
  /// The number of distinct values of a column of texts or categories; nil for other kinds.
  static func distinct(_ values: ColumnValues) -> Int? {
    switch values {
    case .text(let texts):
      var index = TextIndex()
      texts.forEachRow { _, bytes in if !bytes.isEmpty { _ = index.intern(bytes) } }
      return index.texts.count
    case .category(let codes, let labels):
      var isUsed = [Bool](repeating: false, count: labels.count)
      for code in codes where code >= 0 { isUsed[Int(code)] = true }
      return isUsed.count { $0 }
    case .integer, .number, .money, .day, .instant: return nil
    }
  }

  /// The newest day of a column of days or instants; nil for other kinds and without a value.
  static func newest(_ values: ColumnValues) -> Day? {
    switch values {
    case .day(let days):
      days.lazy.filter { $0 != .min }.max().map { Day(number: $0) }
    case .instant(let seconds):
      seconds.lazy.filter { $0 != .min }.max().map {
        Day(number: Int32(($0 - (($0 % 86_400) + 86_400) % 86_400) / 86_400))
      }
    case .text, .category, .integer, .number, .money: nil
    }
  }
}
