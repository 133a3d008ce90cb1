import Values

extension GuardFacts {
  /// What the guards judge a file by when all of its rows are in.
  init(
    _ export: OpenedExport, _ reading: ExportReader.Reading, before: Before? = nil,
    rejectsPath: String? = nil
  ) {
    self.init(
      file: export.file.name, contract: export.contract.name, read: reading.account.read,
      rejected: reading.account.rejected, repeated: 0, worst: reading.worst,
      key: export.keyColumns, fields: export.columns.map(\.name), unused: export.unusedColumns,
      couldHaveLines: export.contract.replacesBy != nil && !export.keyColumns.contains("line"),
      before: before, rejectsPath: rejectsPath)
  }

  /// What the header alone tells.
  init(_ export: OpenedExport, before: Before) {
    self.init(
      file: export.file.name, contract: export.contract.name, read: 0, rejected: 0, repeated: 0,
      worst: nil, key: export.keyColumns, fields: export.columns.map(\.name),
      unused: export.unusedColumns, couldHaveLines: false, before: before, rejectsPath: nil)
  }

  /// The same with the repeated rows, which are known when the versions are settled.
  func repeating(_ rows: Int) -> GuardFacts {
    var facts = self
    facts.repeated = rows
    return facts
  }
}

extension ColumnValues {
  /// The newest day of a column of days or instants; nil where it has none.
  var newestDay: Day? { (0..<count).lazy.compactMap { day($0) }.max() }
}
