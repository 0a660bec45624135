"""The archive of a record as one file for replay tools: WACZ 1.1.1 (https://specs.webrecorder.net/wacz/1.1.1/)."""
