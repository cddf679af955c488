"""Reads rooms with boto3, 16 at a time, and prints how many were read."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

count, mode, attempts = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
config = Config(retries={"mode": mode, "max_attempts": attempts}, max_pool_connections=16)
client = boto3.client("ivschat", region_name="us-east-1", config=config)


def read(index):
    try:
        client.get_room(identifier=f"arn:aws:ivschat:us-east-1:123456789012:room/Room{index:08d}")
        return True
    except Exception:  # noqa: BLE001 - a failure is what is counted
        return False


with ThreadPoolExecutor(16) as pool:
    results = list(pool.map(read, range(count)))
print(json.dumps({"read": results.count(True), "failed": results.count(False)}))
