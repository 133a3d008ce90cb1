package import Values

/// One export file: the name it is shown by, and where it is.
package struct ExportFile: Sendable, Hashable {
  /// As the pipeline or the command line gives it; stands in account, manifest and reports.
  package let name: String
  package let path: String
  /// What the pipeline names it by; files that one pattern names are of one source.
  package let source: FilePattern

  package init(name: String, path: String, source: FilePattern? = nil) {
    self.name = name
    self.path = path
    self.source = source ?? FilePattern(name)
  }
}

/// How the files of one contract are read; part of a file's identity.
package struct ReadingSettings: Sendable {
  package var preset: String?
  /// Header by field.
  package var columns: [(key: String, value: String)]
  /// nil: found by itself.
  package var encoding: TextEncoding?
  package var delimiter: DelimiterName?
  package var grain: Grain
  /// Rows whose field has one of the values are excluded.
  package var exclude: [(field: String, values: [String])]
  /// Base currency.
  package var currency: Currency
  /// Seconds east of UTC that date-times with a zone are brought to; nil keeps them as written.
  package var zoneOffset: Int32?
  /// What is said of numbers that can be read in two ways.
  package var decimal: ByField<DecimalName>
  /// What is said of dates that can be read in two ways.
  package var dateOrder: ByField<DateOrderName>
  /// Answers in words by a scale that is known, and by labels of one's own.
  package var scale: ByField<NamedScale>
  package var labels: ByField<[LabelValue]>

  package init(
    preset: String? = nil, columns: [(key: String, value: String)] = [],
    encoding: TextEncoding? = nil, delimiter: DelimiterName? = nil, grain: Grain = .line,
    exclude: [(field: String, values: [String])] = [], currency: Currency = .cny,
    zoneOffset: Int32? = nil, decimal: ByField<DecimalName> = ByField(),
    dateOrder: ByField<DateOrderName> = ByField(), scale: ByField<NamedScale> = ByField(),
    labels: ByField<[LabelValue]> = ByField()
  ) {
    self.preset = preset
    self.columns = columns
    self.encoding = encoding
    self.delimiter = delimiter
    self.grain = grain
    self.exclude = exclude
    self.currency = currency
    self.zoneOffset = zoneOffset
    self.decimal = decimal
    self.dateOrder = dateOrder
    self.scale = scale
    self.labels = labels
  }

  /// Everything that changes what a file means, as one line: hashed into the file's identity.
  package var identity: String {
    let columns = columns.map { "\($0.key)=\($0.value)" }.joined(separator: "\u{1f}")
    let exclude = exclude.map { "\($0.field)=\($0.values.joined(separator: "\u{1e}"))" }
      .joined(separator: "\u{1f}")
    let forms = [
      decimal.identity(\.rawValue), dateOrder.identity(\.rawValue), scale.identity(\.rawValue),
      labels.identity {
        $0.map { "\($0.label)=\($0.value.map(String.init) ?? "")" }.joined(separator: "\u{1e}")
      },
    ]
    let all = [
      preset ?? "", columns, encoding?.rawValue ?? "", delimiter?.rawValue ?? "", grain.rawValue,
      exclude, currency.code, zoneOffset.map(String.init) ?? "",
    ]
    return (all + forms).joined(separator: "\u{1d}")
  }
}
