import Values

/// One column of a whole table, gathered batch by batch.
struct ColumnCollector {
  private let spec: ColumnSpec
  private let labels: CategoryLabels?
  private var keys: [PackedKey] = []
  private var longs: [Int64] = []
  private var ints: [Int32] = []
  private var doubles: [Double] = []
  private var text = TextColumn()
  /// The final code of each shared code, -1 where it was not met yet.
  private var finalCodes: [Int32] = []
  private var finalLabels: [String] = []

  init(_ spec: ColumnSpec, _ labels: CategoryLabels?) {
    self.spec = spec
    self.labels = labels
  }

  mutating func append(_ batch: RowBatch, _ column: Int) {
    switch spec.kind {
    case .text:
      for row in 0..<batch.rowCount { text.append(batch.text(column, row)) }
    case .key: keys.append(contentsOf: batch.keys(column))
    case .category:
      for code in batch.int32(column) { ints.append(finalCode(code)) }
    case .day: ints.append(contentsOf: batch.int32(column))
    case .integer, .money, .decimal, .instant: longs.append(contentsOf: batch.int64(column))
    case .number: doubles.append(contentsOf: batch.doubles(column))
    }
  }

  /// Shared codes depend on timing; final ones on the order of the rows alone.
  private mutating func finalCode(_ code: Int32) -> Int32 {
    guard code >= 0, let labels else { return -1 }
    while finalCodes.count <= Int(code) { finalCodes.append(-1) }
    if finalCodes[Int(code)] < 0 {
      finalCodes[Int(code)] = Int32(finalLabels.count)
      finalLabels.append(labels[code])
    }
    return finalCodes[Int(code)]
  }

  func values(_ dictionary: KeyDictionary) -> ColumnValues {
    switch spec.kind {
    case .text: return .text(text)
    case .key: return .text(dictionary.texts(of: keys))
    case .category: return .category(ints, labels: finalLabels)
    case .day: return .day(ints)
    case .integer, .decimal: return .integer(longs)
    case .money(let currency, _): return .money(longs, currency)
    case .instant: return .instant(longs)
    case .number: return .number(doubles)
    }
  }
}
