extension ColumnValues {
  /// The rows whose flag is set, in order.
  package func filtered(by keeps: [Bool]) -> ColumnValues {
    selected(keeps.indices.filter { keeps[$0] })
  }

  /// The rows at the given positions, in that order.
  package func selected(_ rows: [Int]) -> ColumnValues {
    switch self {
    case .text(let column):
      var result = TextColumn()
      result.reserve(rows: rows.count, bytes: column.bytes.count)
      column.bytes.withUnsafeBufferPointer { bytes in
        for row in rows {
          result.append(
            UnsafeBufferPointer(rebasing: bytes[column.offsets[row]..<column.offsets[row + 1]]))
        }
      }
      return .text(result)
    case .category(let codes, let labels): return .category(rows.map { codes[$0] }, labels: labels)
    case .integer(let values): return .integer(rows.map { values[$0] })
    case .number(let values): return .number(rows.map { values[$0] })
    case .money(let values, let currency): return .money(rows.map { values[$0] }, currency)
    case .day(let values): return .day(rows.map { values[$0] })
    case .instant(let values): return .instant(rows.map { values[$0] })
    }
  }

  /// This column with the rows of another of the same kind behind it.
  ///
  /// - Precondition: both are of one kind and, for money, of one currency.
  package mutating func append(_ other: ColumnValues) {
    // The rows are taken out of the column: held by two they would be copied with every chunk.
    var own = ColumnValues.integer([])
    swap(&own, &self)
    switch (consume own) {
    case .text(var column):
      guard case .text(let more) = other else { Self.refuse() }
      column.append(contentsOf: more)
      self = .text(column)
    case .category(var codes, var labels):
      guard case .category(let more, let names) = other else { Self.refuse() }
      var known = Dictionary(
        zip(labels, labels.indices.map(Int32.init)), uniquingKeysWith: { first, _ in first })
      let renamed = names.map { name -> Int32 in
        if let code = known[name] { return code }
        let code = Int32(labels.count)
        known[name] = code
        labels.append(name)
        return code
      }
      codes.append(contentsOf: more.map { $0 < 0 ? $0 : renamed[Int($0)] })
      self = .category(codes, labels: labels)
    case .integer(var values):
      guard case .integer(let more) = other else { Self.refuse() }
      values.append(contentsOf: more)
      self = .integer(values)
    case .number(var values):
      guard case .number(let more) = other else { Self.refuse() }
      values.append(contentsOf: more)
      self = .number(values)
    case .money(var values, let currency):
      guard case .money(let more, currency) = other else { Self.refuse() }
      values.append(contentsOf: more)
      self = .money(values, currency)
    case .day(var values):
      guard case .day(let more) = other else { Self.refuse() }
      values.append(contentsOf: more)
      self = .day(values)
    case .instant(var values):
      guard case .instant(let more) = other else { Self.refuse() }
      values.append(contentsOf: more)
      self = .instant(values)
    }
  }

  private static func refuse() -> Never {
    preconditionFailure("columns of two kinds or currencies cannot be put together")
  }

  /// A column of the same kind with no value in any of its rows.
  package func missing(_ rows: Int) -> ColumnValues {
    switch self {
    case .text: .text(TextColumn(repeatElement("", count: rows)))
    case .category: .category([Int32](repeating: -1, count: rows), labels: [])
    case .integer: .integer([Int64](repeating: .min, count: rows))
    case .number: .number([Double](repeating: .nan, count: rows))
    case .money(_, let currency): .money([Int64](repeating: .min, count: rows), currency)
    case .day: .day([Int32](repeating: .min, count: rows))
    case .instant: .instant([Int64](repeating: .min, count: rows))
    }
  }
}
