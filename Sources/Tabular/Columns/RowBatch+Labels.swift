extension RowBatch {
  /// The labels of a category column so far, by code; empty for other columns.
  package func categoryLabels(_ column: Int) -> [String] { labels[column]?.all ?? [] }
}
