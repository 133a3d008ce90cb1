/// Says how the labels of a column with a declared scale are read.
struct LabelDecision {
  let question: FormQuestion
  let rows: HeadRows
  let column: Int

  var decided: DecidedForm {
    guard let (scale, name) = question.labels else { return DecidedForm(.plain) }
    var statement: String?
    rows.forEach(column) { line, start, count in
      let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
      guard case .value(let value) = scale.answer(text) else { return true }
      statement = "\(name); \(FormExample(line(), start, count).shown) is \(value)"
      return false
    }
    return DecidedForm(.labels(scale), statement: statement)
  }
}
