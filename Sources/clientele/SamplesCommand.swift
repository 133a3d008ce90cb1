import ArgumentParser
import SampleCompany

/// `clientele samples`.
struct SamplesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samples",
    abstract: "Make the exports of a sample company; the same arguments give the same bytes.")

  @Option(help: "Customers.")
  var customers = 1200

  @Option(help: "Orders that are not cancelled.")
  var orders = 9000

  @Option(help: "Seed of the random draws.")
  var seed: UInt64 = 20_251_231

  @Option(help: "Folder to write to.")
  var out: String

  mutating func validate() throws {
    if customers < 100 {
      throw ValidationError("--customers must be at least 100, found \(customers)")
    }
    if orders < customers {
      throw ValidationError("--orders must be at least --customers (\(customers)), found \(orders)")
    }
  }

  func run() throws {
    try SampleCompany.Generator(customers: customers, orders: orders, seed: seed).write(to: out)
    try Console.output("Samples of \(customers) customers and \(orders) orders are in \(out).\n")
  }
}
