import Foundation
import SampleCompany
import Testing
import Values

/// The expected account, reached a second time from the bytes of the files alone.
@Suite struct AccountTests {
  /// What the order log comes to when its files are read in turn.
  private struct Log {
    var rates: [String: Int64] = [:]
    var lines: [String: [String: (cents: Int64, currency: String, date: String)]] = [:]

    func reason(_ fields: [String]) -> String? {
      guard fields.count == 12 else { return "columns" }
      if fields[2].isEmpty || fields[3].isEmpty || fields[7].isEmpty { return "required" }
      guard Day(iso: fields[3].prefix(10)) != nil else { return "date" }
      if Int64(fields[5]) == nil || hundredths(fields[7]) == nil { return "number" }
      guard fields[8].utf8.count == 3, fields[8].allSatisfy(\.isUppercase) else {
        return "currency"
      }
      let key = "\(fields[3].prefix(10)) \(fields[8])"
      return fields[8] == "CNY" || rates[key] != nil ? nil : "rate"
    }

    mutating func read(_ reader: SampleReader) -> (Planted.File, [String: [Int]]) {
      var account = Planted.File(
        file: "", contract: "", encoding: "", delimiter: "", read: 0, accepted: 0, merged: 0,
        rejected: 0, excluded: 0, withdrawn: 0, rounded: 0, planted: [:], rejected_by_rule: [])
      var rejected: [String: [Int]] = [:]
      var mine: [String: [String: (cents: Int64, currency: String, date: String)]] = [:]
      for (line, fields) in reader.records {
        account.read += 1
        if let reason = reason(fields) {
          account.rejected += 1
          rejected[reason, default: []].append(line)
          continue
        }
        if fields[11] == "cancelled" {
          account.excluded += 1
          continue
        }
        guard let amount = hundredths(fields[7]) else { continue }
        if amount.isRounded { account.rounded += 1 }
        let isKnown =
          mine[fields[0]]?[fields[1]] != nil || lines[fields[0]]?[fields[1]] != nil
        if isKnown { account.merged += 1 } else { account.accepted += 1 }
        mine[fields[0], default: [:]][fields[1]] = (
          amount.value, fields[8], String(fields[3].prefix(10))
        )
      }
      for (order, new) in mine {
        account.withdrawn += (lines[order] ?? [:]).keys.count { new[$0] == nil }
        lines[order] = new
      }
      return (account, rejected)
    }
  }

  @Test(arguments: [committed, Generator(customers: 300, orders: 2500, seed: 5)])
  func `the order files give the account and the totals that are declared`(
    _ generator: Generator
  ) throws {
    let files = try files(of: generator)
    let planted = try Planted(files)
    var log = Log()
    for record in SampleReader(try #require(files["rates.csv"])).records {
      let rate = try #require(Decimal(string: record.fields[2]))
      log.rates["\(record.fields[0]) \(record.fields[1])"] =
        NSDecimalNumber(decimal: rate * 10_000).int64Value
    }
    let orders = planted.files.filter { $0.contract == "orders" }
    #expect(orders.count == 8)
    for expected in orders {
      let (found, rejected) = log.read(SampleReader(try #require(files[expected.file])))
      #expect(found.read == expected.read, "\(expected.file)")
      #expect(found.accepted == expected.accepted, "\(expected.file)")
      #expect(found.merged == expected.merged, "\(expected.file)")
      #expect(found.rejected == expected.rejected, "\(expected.file)")
      #expect(found.excluded == expected.excluded, "\(expected.file)")
      #expect(found.withdrawn == expected.withdrawn, "\(expected.file)")
      #expect(found.rounded == expected.rounded, "\(expected.file)")
      for (rule, entries) in Dictionary(grouping: expected.rejected_by_rule, by: \.rule) {
        #expect(rejected[rule]?.sorted() == entries.flatMap(\.lines).sorted(), "\(rule)")
      }
    }
    let rows = log.lines.values.flatMap(\.values)
    #expect(rows.count == planted.totals.order_rows)
    #expect(
      rows.count
        == orders.map { $0.accepted - $0.withdrawn }.reduce(0, +))
    for (currency, net) in planted.totals.net_by_currency {
      let cents = rows.filter { $0.currency == currency }.map(\.cents).reduce(0, +)
      #expect(Decimal(cents) / 100 == net, "\(currency)")
    }
    let fen = rows.map { row -> Int64 in
      guard let rate = log.rates["\(row.date) \(row.currency)"] else { return row.cents }
      let product = (row.cents * rate).magnitude
      let size = Int64((product + 5000) / 10_000)
      return row.cents < 0 ? -size : size
    }
    #expect(Decimal(fen.reduce(0, +)) / 100 == planted.totals.net_cny)
  }

  @Test func `every file has the rows that its account declares`() throws {
    let files = try committedFiles.get()
    let planted = try Planted(files)
    #expect(planted.files.count + 1 == files.count)
    for expected in planted.files {
      let file = try #require(files[expected.file])
      let delimiter = try #require(expected.delimiter.first)
      let reader = SampleReader(file, delimiter: delimiter)
      #expect(reader.records.count == expected.read, "\(expected.file)")
      #expect(
        expected.read
          == expected.accepted + expected.merged + expected.rejected + expected.excluded)
      #expect(
        expected.rejected == expected.rejected_by_rule.map(\.rows).reduce(0, +), "\(expected.file)")
      let odd = reader.records.filter { $0.fields.count != reader.header.count }.map(\.line)
      let declared = expected.rejected_by_rule.filter { $0.rule == "columns" }.flatMap(\.lines)
      #expect(odd == declared.sorted(), "\(expected.file)")
    }
  }

  @Test func `every kind of spoiled row is there`() throws {
    let planted = try Planted(committedFiles.get())
    let rules = Set(planted.files.flatMap(\.rejected_by_rule).map(\.rule))
    #expect(
      rules == [
        "columns", "required", "date", "number", "integer", "range", "encoding", "level",
        "currency", "rate",
      ])
    var kinds: [String: Int] = [:]
    for file in planted.files { kinds.merge(file.planted, uniquingKeysWith: +) }
    #expect(
      kinds == [
        "bad_date": 4, "impossible_date": 9, "empty_date": 3, "empty_customer": 4,
        "empty_amount": 2, "amount_not_a_number": 4, "quantity_not_a_number": 3,
        "too_few_columns": 5, "too_many_columns": 4, "currency_without_rate": 5,
        "unknown_currency": 2,
        "day_without_rate": 4, "duplicated_line": 9, "three_decimals": 5, "quoted_newline": 3,
        "amount_changed": 28, "line_dropped": 21, "line_added": 7, "awkward_name": 8,
        "bad_bytes": 5, "level_outside_scale": 12, "empty_id": 3, "customer_twice": 4,
        "not_a_whole_number": 2, "not_a_number": 2, "empty_answer": 1, "answer_again": 7,
        "weights_not_100": 2,
      ])
  }
}
