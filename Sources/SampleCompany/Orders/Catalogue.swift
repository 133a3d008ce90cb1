/// What the company sells.
struct Product {
  let name: String
  /// List price in fen.
  let price: Int64
  /// Gross margin in percent.
  let margin: Int64
  /// Products that are ordered with it, by chance.
  var companions: [(product: Int, share: Double)] = []
}

enum Catalogue {
  static let freeSample = "Free reagent sample"

  static let products: [Product] = {
    var list = [
      Product(name: "Sampling bottle 500 mL", price: 36_00, margin: 38),
      Product(name: "pH buffer set", price: 68_00, margin: 45),
      Product(name: "Nitrate test strips", price: 96_00, margin: 44),
      Product(name: "Cuvette 10 mm", price: 120_00, margin: 40),
      Product(name: "Conductivity standard", price: 145_00, margin: 45),
      Product(name: "Chlorine DPD reagent", price: 165_00, margin: 46),
      Product(name: "Membrane 0.45 µm, 47 mm", price: 185_00, margin: 36),
      Product(name: "COD vial LR", price: 260_00, margin: 44),
      Product(name: "Turbidity standard", price: 310_00, margin: 45),
      Product(name: "Ammonia reagent", price: 340_00, margin: 46),
      Product(name: "Phosphate reagent", price: 420_00, margin: 46),
      Product(name: "DO membrane kit", price: 540_00, margin: 42),
      Product(name: "pH electrode E21", price: 680_00, margin: 39),
      Product(name: "Pipette 1 mL", price: 760_00, margin: 33),
      Product(name: "Stirrer S2", price: 980_00, margin: 31),
      Product(name: "Conductivity cell K1", price: 1150_00, margin: 37),
      Product(name: "Pocket chlorine meter", price: 1380_00, margin: 34),
      Product(name: "Annual calibration", price: 1800_00, margin: 52),
      Product(name: "DO sensor D40", price: 2350_00, margin: 36),
      Product(name: "Benchtop pH meter P200", price: 3200_00, margin: 33),
      Product(name: "On-site training", price: 3600_00, margin: 48),
      Product(name: "Portable DO meter D500", price: 4900_00, margin: 32),
      Product(name: "Turbidimeter T120", price: 6800_00, margin: 31),
      Product(name: "COD reactor R16", price: 7900_00, margin: 30),
      Product(name: "Spectrophotometer V700", price: 15800_00, margin: 29),
      Product(name: "Multi-parameter probe M6", price: 22500_00, margin: 28),
      Product(name: "Online ammonia analyser", price: 39500_00, margin: 27),
      Product(name: "TOC analyser O9", price: 96000_00, margin: 25),
    ]
    // The bundles: what a basket analysis should find.
    list[19].companions = [(12, 0.55), (1, 0.5)]
    list[21].companions = [(11, 0.45)]
    list[22].companions = [(8, 0.6)]
    list[23].companions = [(7, 0.65)]
    list[24].companions = [(3, 0.6)]
    return list
  }()

  /// A product and a quantity whose list value is near `fen`, and the unit price that makes it
  /// so: within a quarter of the list price where one of ten draws finds that.
  static func offer(
    worth fen: Double, _ products: [Product], _ random: inout SampleRandom
  ) -> (product: Int, quantity: Int64, unitPrice: Int64) {
    var best = (product: 0, quantity: Int64(1), distance: Double.infinity)
    for _ in 0..<10 {
      let product = random.below(products.count)
      let price = Double(products[product].price)
      let quantity = min(max((fen / price).rounded(), 1), 60)
      let ratio = fen / (price * quantity)
      let distance = ratio < 1 ? 1 / ratio : ratio
      if distance < best.distance { best = (product, Int64(quantity), distance) }
      if distance < 1.25 { break }
    }
    let unit = (fen / Double(best.quantity)).rounded()
    return (best.product, best.quantity, max(1, Int64(unit)))
  }
}
