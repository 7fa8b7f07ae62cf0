<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- rainshed style -->
<qgis version="3.22.16-Białowieża" styleCategories="Symbology|Labeling|Fields|CustomProperties|Legend">
  <customproperties>
    <Option type="Map">
      <Option type="QString" name="identify/format" value="Value"/>
      <Option type="QString" name="rainshed/style" value="accumulation"/>
    </Option>
  </customproperties>
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling zoomedInResamplingMethod="nearestNeighbour" zoomedOutResamplingMethod="nearestNeighbour" enabled="false" maxOversampling="2"/>
    </provider>
    <rasterrenderer type="singlebandpseudocolor" band="1" classificationMin="100" classificationMax="10000000" alphaBand="-1" opacity="1" nodataColor="">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader clip="0" minimumValue="100" maximumValue="10000000" colorRampType="DISCRETE" classificationMode="1" labelPrecision="6">
          <item alpha="0" value="100" color="#ffffff" label="≤ 100 m²"/>
          <item alpha="255" value="1000" color="#e8f1f8" label="100 – 1000 m²"/>
          <item alpha="255" value="5000" color="#cfe2f1" label="1000 – 5000 m²"/>
          <item alpha="255" value="10000" color="#aacfe6" label="0.5 – 1 ha"/>
          <item alpha="255" value="50000" color="#7fb5d9" label="1 – 5 ha"/>
          <item alpha="255" value="100000" color="#5398c9" label="5 – 10 ha"/>
          <item alpha="255" value="500000" color="#2f78b4" label="10 – 50 ha"/>
          <item alpha="255" value="1000000" color="#185a9a" label="50 – 100 ha"/>
          <item alpha="255" value="10000000" color="#0a3c78" label="100 – 1000 ha"/>
          <item alpha="255" value="inf" color="#051f47" label="> 1000 ha"/>
          <rampLegendSettings suffix="" prefix="" useContinuousLegend="1" minimumLabel="" orientation="2" maximumLabel="" direction="0">
            <numericFormat id="basic">
              <Option type="Map">
                <Option type="QChar" name="decimal_separator" value=""/>
                <Option type="int" name="decimals" value="6"/>
                <Option type="int" name="rounding_type" value="0"/>
                <Option type="bool" name="show_plus" value="false"/>
                <Option type="bool" name="show_thousand_separator" value="true"/>
                <Option type="bool" name="show_trailing_zeros" value="false"/>
                <Option type="QChar" name="thousand_separator" value=""/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation saturation="0" colorizeGreen="128" colorizeBlue="128" colorizeStrength="100" colorizeRed="255" invertColors="0" grayscaleMode="0" colorizeOn="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
