import Values

/// Reads columns that are not written plainly; plain values among them take the short way.
struct FormedColumn {
  let fields: FieldRun
  let isRequired: Bool
  let column: Int
  let log: IssueLog

  /// Reads the column by its form; how many values were rounded.
  func parse(_ spec: ColumnSpec, into buffer: ColumnBuffer) -> Int {
    switch (spec.form, spec.kind) {
    case (.number(let form), .money(let currency, let range)):
      return decimals(form, into: buffer.longs.pointer, scale: currency.decimals, range: range)
    case (.number(let form), .decimal(let scale, let range)):
      return decimals(form, into: buffer.longs.pointer, scale: scale, range: range)
    case (.number(let form), .integer(let range)):
      integers(form, into: buffer.longs.pointer, range: range)
    case (.number(let form), .number(let range)):
      doubles(form, into: buffer.doubles.pointer, range: range)
    case (.labels(let scale), .integer(let range)):
      labels(scale, into: buffer.longs.pointer, range: range)
    case (.date(let form), .instant(let zone)):
      instants(form, into: buffer.longs.pointer, zone: zone)
    case (.date(let form), .day(let zone)): days(form, into: buffer.ints.pointer, zone: zone)
    default: preconditionFailure("a form belongs to a kind that can be written so")
    }
    return 0
  }

  /// Whole units of 10^-scale; how many were rounded.
  private func decimals(
    _ form: NumberForm, into out: UnsafeMutablePointer<Int64>, scale: Int,
    range: ClosedRange<Int64>?
  ) -> Int {
    let reader = FormedNumber(form: form)
    let takesPlain = form.separators.mark == .point && !form.isPercent
    var rounded = 0
    for row in 0..<fields.rows {
      let (start, count) = fields.field(row)
      out[row] = .min
      if takesPlain,
        case .value(let value, let wasRounded) = DecimalParser.slow(start, count, scale: scale)
      {
        if wasRounded { rounded += 1 }
        out[row] = inRange(value, range, row)
        continue
      }
      if isBlank(start, count, row) { continue }
      switch reader.decimal(start, count, scale: scale) {
      case .value(let value, let wasRounded):
        if wasRounded { rounded += 1 }
        out[row] = inRange(value, range, row)
      case .none: log.note(row, column, .number)
      case .currency: log.note(row, column, .currency)
      case .tooLarge: log.note(row, column, .range)
      }
    }
    return rounded
  }

  private func integers(
    _ form: NumberForm, into out: UnsafeMutablePointer<Int64>, range: ClosedRange<Int64>?
  ) {
    let reader = FormedNumber(form: form)
    let takesPlain = form.separators.mark == .point && !form.isPercent
    for row in 0..<fields.rows {
      let (start, count) = fields.field(row)
      out[row] = .min
      if takesPlain, case .value(let value) = IntegerParser.slow(start, count) {
        out[row] = inRange(value, range, row)
        continue
      }
      if isBlank(start, count, row) { continue }
      switch reader.decimal(start, count, scale: 0) {
      case .value(let value, wasRounded: false): out[row] = inRange(value, range, row)
      case .tooLarge: log.note(row, column, .range)
      case .value, .none, .currency: log.note(row, column, .integer)
      }
    }
  }

  private func doubles(
    _ form: NumberForm, into out: UnsafeMutablePointer<Double>, range: ClosedRange<Double>?
  ) {
    let reader = FormedNumber(form: form)
    let takesPlain = form.separators.mark == .point && !form.isPercent
    let least = range?.lowerBound ?? -Double.greatestFiniteMagnitude
    let most = range?.upperBound ?? Double.greatestFiniteMagnitude
    for row in 0..<fields.rows {
      let (start, count) = fields.field(row)
      out[row] = .nan
      if count == 0 || Blank.isBlank(start, count) {
        if isRequired { log.note(row, column, .required) }
        continue
      }
      let plain = takesPlain ? NumberParser.number(start, count) : nil
      guard let value = plain ?? reader.double(start, count) else {
        log.note(row, column, .number)
        continue
      }
      out[row] = value
      if !(value >= least && value <= most) { log.note(row, column, .range) }
    }
  }

  private func labels(
    _ scale: LabelScale, into out: UnsafeMutablePointer<Int64>, range: ClosedRange<Int64>?
  ) {
    for row in 0..<fields.rows {
      let (start, count) = fields.field(row)
      out[row] = .min
      if case .value(let value) = IntegerParser.slow(start, count) {
        out[row] = inRange(value, range, row)
        continue
      }
      if isBlank(start, count, row) { continue }
      let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
      switch scale.answer(text) {
      case .value(let value): out[row] = inRange(value, range, row)
      case .missing: if isRequired { log.note(row, column, .required) }
      case .unknown: log.note(row, column, .level)
      }
    }
  }

  /// Local seconds since 1970.
  private func instants(_ form: DateForm, into out: UnsafeMutablePointer<Int64>, zone: ReportZone) {
    for row in 0..<fields.rows { out[row] = seconds(form, row, zone) }
  }

  /// Local days since 1970.
  private func days(_ form: DateForm, into out: UnsafeMutablePointer<Int32>, zone: ReportZone) {
    for row in 0..<fields.rows {
      let seconds = seconds(form, row, zone)
      out[row] = seconds == .min ? .min : Day.number(ofSecond: seconds)
    }
  }

  private func seconds(_ form: DateForm, _ row: Int, _ zone: ReportZone) -> Int64 {
    let (start, count) = fields.field(row)
    if form == .yearMonthDay, let seconds = InstantParser.slow(start, count, zone: zone) {
      return seconds
    }
    if isBlank(start, count, row) { return .min }
    let found = HalfWidth.withPlain(start, count) { text, length in
      DateToken.read(text, length)?.seconds(form, zone: zone)
    }
    if let found { return found }
    log.note(row, column, .date)
    return .min
  }

  private func inRange(_ value: Int64, _ range: ClosedRange<Int64>?, _ row: Int) -> Int64 {
    if let range, !range.contains(value) { log.note(row, column, .range) }
    return value
  }

  /// Whether there is no value; that is noted where there must be one.
  private func isBlank(_ start: UnsafePointer<UInt8>, _ count: Int, _ row: Int) -> Bool {
    guard Blank.isBlank(start, count) else { return false }
    if isRequired { log.note(row, column, .required) }
    return true
  }
}
