package import Values

extension Account {
  /// One row a file: what became of its rows.
  package func table() -> DataTable {
    func integers(_ value: (FileAccount) -> Int) -> ColumnValues {
      .integer(files.map { Int64(value($0)) })
    }
    func texts(_ value: (FileAccount) -> String) -> ColumnValues {
      .text(TextColumn(files.map(value)))
    }
    return DataTable(
      name: "account", heads: Self.heads,
      columns: [
        texts(\.file), texts(\.contract), texts(\.sha256), texts(\.encoding),
        texts(\.encodingBasis), texts(\.delimiter),
        integers(\.read), integers(\.accepted), integers(\.merged), integers(\.rejected),
        integers(\.excluded), integers(\.withdrawn), integers(\.rounded),
      ])
  }

  private static let heads = [
    ColumnHead("file", .text, Phrase("File", "文件")),
    ColumnHead("contract", .text, Phrase("Contract", "数据类别")),
    ColumnHead("sha256", .text, Phrase("Hash of the bytes", "文件哈希")),
    ColumnHead("encoding", .text, Phrase("Character encoding", "字符编码")),
    ColumnHead(
      "encoding_basis", .text, Phrase("What the encoding was taken for", "编码判定依据")),
    ColumnHead("delimiter", .text, Phrase("Field delimiter", "分隔符")),
    ColumnHead("read", .count, Phrase("Rows read", "读取行数")),
    ColumnHead("accepted", .count, Phrase("Rows whose key was new", "采用行数")),
    ColumnHead("merged", .count, Phrase("Rows that replaced one with their key", "合并行数")),
    ColumnHead("rejected", .count, Phrase("Rows that broke a rule", "拒收行数")),
    ColumnHead("excluded", .count, Phrase("Rows left out by a rule of the pipeline", "排除行数")),
    ColumnHead("withdrawn", .count, Phrase("Earlier rows that the file no longer lists", "撤回行数")),
    ColumnHead("rounded", .count, Phrase("Amounts rounded to the currency's decimals", "舍入金额数")),
  ]
}
