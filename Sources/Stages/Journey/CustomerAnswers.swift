import Values

/// Which answers are of which customer, and when they were given.
struct CustomerAnswers: Sendable {
  /// In the order of their bytes.
  let ids: TextColumn
  /// The customer of each answer; -1 where customer or day are not known.
  let customer: [Int32]
  /// The day of each answer.
  let days: [Int32]
  /// Answers without customer or day.
  let without: Int

  var count: Int { ids.count }

  /// nil where no answer has both.
  init?(_ survey: DataTable, _ answers: SurveyAnswers) {
    guard case .text(let names)? = survey.values("customer_id"),
      case .day(let given)? = survey.values("date")
    else { return nil }
    var index = TextIndex()
    var found = [Int32](repeating: -1, count: names.count)
    names.forEachRow { row, bytes in
      if !bytes.isEmpty, given[row] != .min { found[row] = index.intern(bytes) }
    }
    guard index.texts.count > 0 else { return nil }
    // Numbers in the order of the ids, so that nothing depends on the order of the export.
    let texts = index.texts
    let order = texts.sortedRows
    var place = [Int32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = Int32(new) }
    guard case .text(let sorted) = ColumnValues.text(texts).selected(order) else { return nil }
    ids = sorted
    customer = answers.rows.map { row in
      let number = found[Int(row)]
      return number < 0 ? -1 : place[Int(number)]
    }
    days = answers.rows.map { given[Int($0)] }
    without = customer.count { $0 < 0 }
  }
}

extension TextColumn {
  /// The rows in the order of their bytes.
  fileprivate var sortedRows: [Int] {
    bytes.withUnsafeBufferPointer { all in
      (0..<count).sorted { left, right in
        all[offsets[left]..<offsets[left + 1]]
          .lexicographicallyPrecedes(all[offsets[right]..<offsets[right + 1]])
      }
    }
  }
}
