import Values

extension TextColumn {
  /// The texts at some rows, in the order given.
  func selected(_ rows: [Int32]) -> TextColumn {
    guard case .text(let texts) = ColumnValues.text(self).selected(rows.map { Int($0) }) else {
      preconditionFailure("a column of texts stays one")
    }
    return texts
  }
}
